#!/usr/bin/env bash
# Installs what Chancery needs on Debian 12 and nothing that is there already.
#   setup.sh run    what building and running need
#   setup.sh test   that, and what only the tests need
#   setup.sh bench  that, and what the benchmarks are measured against
set -euo pipefail

purpose="${1:-run}"
run_packages=(make git pkg-config libsqlite3-dev libzip-dev libxlsxwriter-dev libcurl4-openssl-dev tzdata python3 python3-pip)
test_packages=(sqlite3 strace xfsprogs e2fsprogs python3-venv chromium fonts-noto-core)

case "$purpose" in
    run) wanted=("${run_packages[@]}") ;;
    test) wanted=("${run_packages[@]}" "${test_packages[@]}") ;;
    bench) wanted=("${run_packages[@]}" "${test_packages[@]}" wrk nginx-light procps) ;;
    *)
        echo "usage: setup.sh run|test|bench" >&2
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
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        echo "Installing these Debian packages needs root, by sudo: ${missing[*]}"
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" timeout 300 apt-get update -qq
    "${as_root[@]}" timeout 600 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# htmx (0BSD licence), as PyPI carries it. Without it every page works; it only does not show changes by itself.
assets=Sources/Server/Assets
rm -f "$assets/hx-sse-2.min.js"
if [ ! -f "$assets/htmx-2.min.js" ]; then
    work="$(mktemp -d)"
    timeout 120 python3 -m pip download -q --disable-pip-version-check --no-deps -d "$work" django-htmx==1.29.0
    python3 - "$work" "$assets" <<'EOF'
import glob, pathlib, sys, zipfile
work, assets = sys.argv[1:]
with zipfile.ZipFile(glob.glob(work + "/*.whl")[0]) as wheel:
    pathlib.Path(assets, "htmx-2.min.js").write_bytes(wheel.read("django_htmx/static/django_htmx/htmx-2.min.js"))
EOF
    rm -rf "$work"
fi

# What drives the browser, in a place of its own.
wanted_in_browser=Tests/Browser/requirements.txt
if [ "$purpose" = test ] && ! cmp -s "$wanted_in_browser" .build-browser/requirements.txt; then
    python3 -m venv .build-browser
    timeout 300 .build-browser/bin/pip install -q --disable-pip-version-check -r "$wanted_in_browser"
    cp "$wanted_in_browser" .build-browser/requirements.txt
fi
