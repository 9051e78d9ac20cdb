#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by `./dev run` once the programs are built: the desktop on a demonstration centre; without a display the same
# day's work by command line, with everything that comes out of it under build/demonstration.
set -euo pipefail

programs=$PWD/build/release

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$programs/songhe" --demonstration "$@"
fi

place=$PWD/build/demonstration
rm -rf "$place"
mkdir -p "$place/stick"
today=$(TZ=Asia/Shanghai date +%F)
month=${today%-*}
quarter=${today%%-*}Q$((($(date -d "$today" +%-m) + 2) / 3))
password=$place/password.txt
passphrase=$place/passphrase.txt
printf 'songhe-demo\n' >"$password"
printf 'invented words for a demonstration\n' >"$passphrase"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
cli() { "$programs/songhe-cli" --data-dir "$place/centre" --password-file "$password" "$@"; }
# field KEY: the first value of that key in the JSON at standard input.
field() { (set +o pipefail; tr '{,' '\n\n' | sed -nE "s/^[[:space:]]*\"$1\"[[:space:]]*:[[:space:]]*\"?([^\"}]*[^\"} ])\"?.*/\1/p" | head -n 1) }

echo "There is no display here, so the desktop cannot be shown. The same work by command line:"

say "1. A demonstration centre with invented people"
cli demo --elders 60 --years 1 --seed 1

say "2. The roster, out of the centre's spreadsheet; refused rows come back with their reasons"
cli import roster tests/data/roster/roster.xlsx --problems "$place/problems.xlsx" | tail -n 25

say "3. A lunch today ($today)"
elder=$(cli --json elder list | field id)
meal=$(cli --json meal add --elder "$elder" --on "$today")
echo "$meal"
meal=$(field id <<<"$meal")

say "4. The month ($month) is settled"
settled=$(cli --json settle --policy baotou-2020-meals --period "$month" --write)
echo "paid: $(field paid_count <<<"$settled") meals, $(field paid_fen <<<"$settled") fen;" \
    "not paid: $(field refused_count <<<"$settled")"
claim=$(field claim <<<"$settled")

say "5. Slip and claim as PDF"
cli print slip "$meal" --to "$place/slip.pdf"
cli print claim "$claim" --to "$place/claim.pdf"

say "6. The quarter's package ($quarter), written and verified"
package=$(cli --json package write --quarter "$quarter" --to "$place/stick" --passphrase-file "$passphrase")
echo "$package"
package=$(field file <<<"$package")
cli package verify "$package" --passphrase-file "$passphrase"
cli audit verify

say "Where everything lies"
cat <<END
the centre's data          $place/centre   (password: songhe-demo)
refused rows, to correct   $place/problems.xlsx
service slip               $place/slip.pdf
monthly claim              $place/claim.pdf
the quarter's package      $package
its passphrase             $passphrase
END
