/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each taker moves the front of the slice; nothing is copied. */
#include "calendar/scan.h"

#include <assert.h>

bool scan_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool scan_is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

bool scan_byte(struct str *rest, char byte)
{
    if (rest->bytes == 0 || rest->at[0] != byte)
        return false;
    *rest = str_slice(*rest, 1, rest->bytes);
    return true;
}

struct str scan_digit_run(struct str *rest)
{
    size_t count = 0;
    while (count < rest->bytes && scan_is_digit(rest->at[count]))
        count++;
    struct str run = str_slice(*rest, 0, count);
    *rest = str_slice(*rest, count, rest->bytes);
    return run;
}

bool scan_digits(struct str *rest, size_t count, int *ret_number)
{
    assert(count >= 1 && count <= 9);
    int number = 0;
    if (rest->bytes < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!scan_is_digit(rest->at[i]))
            return false;
        number = number * 10 + (rest->at[i] - '0');
    }
    *rest = str_slice(*rest, count, rest->bytes);
    *ret_number = number;
    return true;
}

bool scan_number(struct str *rest, int least, int most, int *ret_number)
{
    int number;
    if (!str_to_number(scan_digit_run(rest), &number) || number < least || number > most)
        return false;
    *ret_number = number;
    return true;
}
