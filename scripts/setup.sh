#!/usr/bin/env bash
# Installs what Chancery needs on Debian 12 and nothing that is there already.
#   setup.sh run    what building and running need
#   setup.sh test   that, and what only the tests need
set -euo pipefail

purpose="${1:-run}"
run_packages=(make git pkg-config libsqlite3-dev libzip-dev libxlsxwriter-dev tzdata)
test_packages=(python3 sqlite3 strace xfsprogs e2fsprogs)

case "$purpose" in
    run) wanted=("${run_packages[@]}") ;;
    test) wanted=("${run_packages[@]}" "${test_packages[@]}") ;;
    *)
        echo "usage: setup.sh run|test" >&2
        exit 2
        ;;
esac

if ! command -v swift >/dev/null; then
    echo "Swift 6.3 is needed and was not found: see https://www.swift.org/install/linux/debian/12/" >&2
    exit 1
fi

missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    echo "Installing these Debian packages needs root, by sudo: ${missing[*]}"
    as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" timeout 300 apt-get update -qq
"${as_root[@]}" timeout 600 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
