#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Gathers the texts of the program into infotaulu.pot and brings the catalogues up to date.
# New texts come without a translation: write it into fi.po and sv.po, then run tests/po.
#
#   player/po/update.sh              infotaulu.pot, fi.po and sv.po
#   player/po/update.sh --pot FILE   only the texts, to FILE (the test compares it)
#
# No dates, no line numbers and no guessed translations are written, so the files change only
# when a text does.
set -eu
started_in=$PWD
cd "$(dirname "$0")/.."

gather() {
    find . -name '*.[ch]' | LC_ALL=C sort | xgettext --files-from=- --output="$1" \
        --language=C --from-code=UTF-8 --add-location=file --width=100 \
        --keyword --keyword=_ --keyword=N_ --keyword=i18n_plural:1,2 \
        --add-comments=TRANSLATORS --package-name=infotaulu \
        --copyright-holder='the authors of Infotaulu'
    # The stamp of the moment would make every run a change; the charset is known.
    sed -i -e '/^"\(POT-Creation\|PO-Revision\)-Date:/d' -e 's/charset=CHARSET/charset=UTF-8/' \
        -e '1s/.*/# Texts of infotaulu. Made by update.sh; do not edit./' -e '2d' \
        -e 's/^# This file is distributed.*/# SPDX-License-Identifier: GPL-3.0-or-later/' \
        -e '/^# FIRST AUTHOR/d' -e '/^"\(Last-Translator\|Language-Team\):/d' "$1"
    # A sentence with {0} is filled in by i18n_fill and not by printf, even if it holds a "% o".
    awk 'BEGIN { RS = ""; ORS = "\n\n" }
        /[{][0-9][}]/ { sub(/#, c-format\n/, "") }
        { print }' "$1" >"$1.new"
    # One empty line at the end is one too many for the other tools.
    sed -e '$d' "$1.new" >"$1"
    rm "$1.new"
}

if [ "${1-}" = --pot ]; then
    case $2 in
    /*) gather "$2" ;;
    *) gather "$started_in/$2" ;;
    esac
    exit
fi
gather po/infotaulu.pot
for language in "fi" "sv"; do
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --width=100 \
        --add-location=file po/$language.po po/infotaulu.pot
    msgattrib --no-obsolete --width=100 --add-location=file -o po/$language.po po/$language.po
    printf '%s: ' $language
    msgfmt --statistics -o /dev/null po/$language.po
done
