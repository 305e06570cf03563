#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How long `check` takes for a folder of 1,000 submissions without pictures, on one core: budget
# 5 ms each with layout. Not part of tests/run.sh, since figures are read and not judged.
# Usage: tests/bench/check_folder.sh [PROGRAM] [NUMBER]
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-build/release/infotaulu}
number=${2:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The programs' own templates, in three languages, without their picture and each with its own id.
kinds=(event group course support volunteering notice)
languages=(fi sv en)
for kind in "${kinds[@]}"; do
    for language in "${languages[@]}"; do
        "$program" new "$kind" --lang "$language" | sed '/<img /d' >"$work/$kind-$language"
    done
done
mkdir "$work/inbox"
for ((i = 0; i < number; i++)); do
    from=$work/${kinds[i % 6]}-${languages[i / 6 % 3]}
    id=$(printf '00000000-0000-4000-8000-%012d' "$i")
    sed -e "s/urn:uuid:[0-9a-f-]*/urn:uuid:$id/g" "$from" >"$work/inbox/$(printf '%04d' "$i").xml"
done

centre=samples/approved/centre.xml
for form in text json; do
    for profile in "" "--centre $centre"; do
        # shellcheck disable=SC2086
        /usr/bin/env time -f "%e %U %S %M" -o "$work/time" taskset -c 0 \
            "$program" check $profile --lang fi --format "$form" "$work/inbox" >"$work/report" || true
        read -r wall user system memory <"$work/time"
        awk -v n="$number" -v w="$wall" -v c="$user" -v s="$system" -v m="$memory" -v f="$form" -v p="${profile:-reference}" \
            'BEGIN { printf "%-5s %-38s %6.2f ms each (user %.2f, system %.2f), %d MiB\n", f, p, 1000 * w / n, 1000 * c / n, 1000 * s / n, m / 1024 }'
    done
done
