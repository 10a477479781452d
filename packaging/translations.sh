#!/usr/bin/env bash
# Takes up into resources/translations what the window says now: new texts come in untranslated, gone ones leave.
#
#   packaging/translations.sh [DIR]
#
# DIR: write the files there instead, from those of the repository. English holds the plurals only. Translate with Qt
# Linguist; a test fails while a text is untranslated.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
to=${1:-resources/translations}
lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate) || {
    echo "translations: Qt's lupdate is missing; on Debian install qt6-l10n-tools" >&2
    exit 1
}
[[ $to -ef resources/translations ]] || cp resources/translations/prolap_*.ts "$to"
common=(-no-obsolete -locations none -I . ui app/explorer -silent)
"$lupdate" -pluralonly "${common[@]}" -ts "$to/prolap_en.ts"
"$lupdate" "${common[@]}" -ts "$to/prolap_de.ts"
