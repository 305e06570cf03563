/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pictures and files.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_FILES(X) \
    X(FILE_TYPE, "file-type", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(FILE_HEADER_FIRST, "file-header-first", TECHNICAL, BLOCK, false, 8192, "px", \
      "content-schema") \
    X(FILE_SIZE, "file-size", TECHNICAL, BLOCK, true, 10000000, "B", "content-schema") \
    X(FILE_COMPLETE, "file-complete", TECHNICAL, BLOCK, true, 0, "", "PNG, JPEG, WebP") \
    X(FILE_NAME_MATCH, "file-name-match", TECHNICAL, ADVISE, true, 0, "", "content-schema") \
    X(ANIM_FORMAT, "anim-format", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(JPEG_CMYK, "jpeg-cmyk", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(ICC_PROFILE, "icc-profile", TECHNICAL, WARN, true, 0, "", "sRGB") \
    X(EXIF_ORIENTATION, "exif-orientation", TECHNICAL, WARN, true, 0, "", "Exif") \
    X(EXIF_PRIVATE, "exif-private", SAFETY, WARN, true, 0, "", "Exif")

#define FINDINGS_FILES(X) \
    X(PICTURE_TYPE, FILE_TYPE, BLOCK, \
      N_("The picture {0} is a {1} file."), \
      N_("The screen shows PNG, JPEG and WebP pictures."), \
      N_("Save the picture as JPEG or PNG and send it again."), "") \
    X(PICTURE_PHONE, FILE_TYPE, BLOCK, \
      N_("The picture {0} is of a kind that only phones know: {1}."), \
      N_("The screen shows PNG, JPEG and WebP pictures."), \
      N_("Open the picture on the phone, take a screenshot of it and send that."), "") \
    X(PICTURE_DOCUMENT, FILE_TYPE, BLOCK, \
      N_("The file {0} is a document and not a picture: {1}."), \
      N_("The screen shows PNG, JPEG and WebP pictures."), \
      N_("Write the announcement as text. Or open the file, choose Export and save it as PNG."), \
      "") \
    X(PICTURE_DRAWING, FILE_TYPE, BLOCK, \
      N_("The picture {0} is a drawing of a kind that the screen does not know: {1}."), \
      N_("The screen shows PNG, JPEG and WebP pictures."), \
      N_("Open it in the program that made it. Choose Export, and save it as PNG."), "") \
    X(PICTURE_FILM, FILE_TYPE, BLOCK, \
      N_("The file {0} is a film or a sound: {1}."), \
      N_("Nothing on the screen moves or makes a sound. People can wait in peace."), \
      N_("Send one still picture."), "") \
    X(PICTURE_PACKED, FILE_TYPE, BLOCK, \
      N_("The file {0} is a packet of files: {1}."), \
      N_("The screen shows PNG, JPEG and WebP pictures."), \
      N_("Open the packet and send the picture that is in it."), "") \
    X(PICTURE_UNKNOWN, FILE_TYPE, BLOCK, \
      N_("The file {0} is not a picture that the screen knows."), \
      N_("The screen shows PNG, JPEG and WebP pictures."), \
      N_("Save the picture as JPEG or PNG and send it again."), "") \
    X(PICTURE_SIDES, FILE_HEADER_FIRST, BLOCK, \
      N_("The picture {0} is too large: {1} × {2} pixels."), \
      N_("The screen opens pictures of at most 8192 pixels a side and 40 million in all."), \
      N_("Make the picture smaller. 1920 × 1080 pixels is enough."), "") \
    X(PICTURE_BYTES, FILE_SIZE, BLOCK, \
      N_("The file {0} has {1} bytes. At most {2} are allowed."), \
      N_("Large files slow the screens down."), \
      N_("Save the picture smaller. 1920 × 1080 pixels is enough."), "") \
    X(PICTURE_CUT, FILE_COMPLETE, BLOCK, \
      N_("The picture {0} is not complete. Its end is missing."), \
      N_("The file was cut while it was copied or sent."), \
      N_("Send the file again."), "") \
    X(PICTURE_DAMAGED, FILE_COMPLETE, BLOCK, \
      N_("The picture {0} is damaged."), \
      N_("It cannot be opened safely."), \
      N_("Open it in a picture program, save it again and send the new file."), "") \
    X(PICTURE_NAME, FILE_NAME_MATCH, ADVISE, \
      N_("The name {0} does not fit the content, which is {1}."), \
      N_("The picture is shown all the same."), \
      N_("Change the end of the name. A JPEG picture ends in .jpg, a PNG picture in .png."), "") \
    X(PICTURE_MOVES, ANIM_FORMAT, BLOCK, \
      N_("The picture {0} moves."), \
      N_("Moving pictures disturb people who wait."), \
      N_("Send one still picture."), "") \
    X(PICTURE_MOVES_FIRST, ANIM_FORMAT, WARN, \
      N_("The picture {0} moves. Only its first picture is shown."), \
      N_("Moving pictures disturb people who wait."), \
      N_("Send one still picture."), "") \
    X(PICTURE_CMYK, JPEG_CMYK, BLOCK, \
      N_("The colours of the picture {0} are made for printing."), \
      N_("They would be wrong on the screen."), \
      N_("Save the picture with RGB colours and send it again."), "") \
    X(PICTURE_COLOURS, ICC_PROFILE, WARN, \
      N_("The colours of the picture {0} are meant for other screens."), \
      N_("Here they look somewhat paler or stronger than on your own device."), \
      N_("Look at the preview. If the colours are wrong, save the picture with sRGB colours."), \
      "") \
    X(PICTURE_TURN, EXIF_ORIENTATION, WARN, \
      N_("The picture {0} does not tell which way up it is."), \
      N_("The camera has noted something that the screen does not understand."), \
      N_("Look at the preview. If the picture lies on its side, turn it and save it again."), "") \
    X(PICTURE_PRIVATE, EXIF_PRIVATE, WARN, \
      N_("The file {0} tells where it was taken, with which device or of whom."), \
      N_("Everyone who gets the picture can read it there."), \
      N_("Open the picture, take a screenshot of it and send that."), "")
/* clang-format on */
