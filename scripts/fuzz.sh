#!/bin/sh
# Fuzzes whatever takes bytes from outside, each target for some seconds, under AddressSanitizer.
#   scripts/fuzz.sh [SECONDS]                 60 where none are given
#   scripts/fuzz.sh --keep [SECONDS]          keeps what reaches new code in Tests/Corpus
#   scripts/fuzz.sh --unoptimised [SECONDS]   built in half the time, and slower by the second: for a short run
# Builds the readers alone and what they stand on, in a place of their own.
# Fails on a crash or a hang; the input that caused it then lies in .build-fuzz/finds/<target>.
set -eu
cd "$(dirname "$0")/.."

keep=
built=release
while :; do
    case "${1:-}" in
        --keep) keep=yes ;;
        --unoptimised) built=debug ;;
        *) break ;;
    esac
    shift
done
seconds=${1:-60}

toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
runtime=$(find "$toolchain/lib/clang" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" | head -n 1)
[ -n "$runtime" ] || { echo "fuzz.sh: this toolchain has no libFuzzer" >&2; exit 1; }

began=$(date +%s)
HOUSE_FUZZ=1 swift build -c "$built" --product fuzz --sanitize=address --scratch-path .build-fuzz --disable-index-store \
    -Xswiftc -use-ld=lld -Xlinker "$runtime"
echo "fuzz.sh: built in $(($(date +%s) - began)) s"

# Swift's own crash handler dies under AddressSanitizer and leaves whoever reads its pipe waiting.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0
for target in csv json xlsx pack; do
    finds=.build-fuzz/finds/$target
    new=.build-fuzz/new/$target
    mkdir -p "$finds" "$new"
    echo "fuzz.sh: $target for $seconds s"
    ".build-fuzz/$built/fuzz" "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
        -print_final_stats=1 -verbosity=0 -artifact_prefix="$finds/" "$new" "Tests/Corpus/$target"
    if [ -n "$keep" ]; then
        ".build-fuzz/$built/fuzz" "$target" -merge=1 -max_len=2048 -verbosity=0 "Tests/Corpus/$target" "$new"
    fi
done
