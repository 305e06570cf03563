#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Signs and publishes the sample centre: keys (made once), the profile with their public halves,
# every good submission as its liaison would approve it, and the site made of them. The times are
# fixed, so that running it again changes nothing unless a submission has changed.
#
#   samples/sign.sh              with build/release/infotaulu-desk
#   INFOTAULU=... samples/sign.sh
set -eu
cd "$(dirname "$0")/.."
infotaulu=${INFOTAULU:-build/release/infotaulu-desk}
comment='demo key, public secret: trust nothing signed with it'
liaison='Niemelän sote-keskuksen järjestöyhdyshenkilö'
approved_at=2026-11-20T09:00:00+02:00
published_at=2026-11-20T10:00:00+02:00

# Says what it does; the programs' own lines only when something is wrong.
quietly() {
    "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        exit 1
    }
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT

public_half() {
    tail -n 1 "samples/keys/$1.pub"
}

mkdir -p samples/keys samples/approved/media
for role in root publisher approver alert reception; do
    if [ ! -e "samples/keys/$role.key" ]; then
        rm -f "samples/keys/$role.pub"
        quietly "$infotaulu" key new -o "samples/keys/$role.key" --no-passphrase \
            --comment "$comment"
        # As git keeps it: a secret that is in the repository is none.
        chmod 644 "samples/keys/$role.key"
        echo "new key: $role"
    fi
done
cp samples/keys/root.pub samples/root.pub

rm -f samples/approved/*.xml samples/approved/*.minisig samples/approved/media/*
sed -e "s|@PUBLISHER@|$(public_half publisher)|" -e "s|@APPROVER@|$(public_half approver)|" \
    -e "s|@ALERT@|$(public_half alert)|" -e "s|@RECEPTION@|$(public_half reception)|" \
    samples/centre.xml.in >samples/approved/centre.xml
quietly "$infotaulu" profile sign samples/approved/centre.xml --key samples/keys/root.key \
    --now "$approved_at"

cp samples/submissions/good/media/* samples/approved/media/
count=0
for entry in samples/submissions/good/*.xml; do
    file=samples/approved/$(basename "$entry")
    cp "$entry" "$file"
    quietly "$infotaulu" approve "$file" --by "$liaison" --key samples/keys/approver.key \
        --now "$approved_at"
    count=$((count + 1))
done
echo "approved: $count"

"$infotaulu" publish samples/approved -o samples/site --key samples/keys/publisher.key \
    --root-key samples/root.pub --now "$published_at" --valid-days 365 --lang en
