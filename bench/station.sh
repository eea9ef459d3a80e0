#!/usr/bin/env bash
# Measures how long the profile base-station takes on the tutorial's image without anything kept from earlier runs, and prints it with
# its ratio to sha256sum over the same image in the same run.
#
#   bench/station.sh [FOLDER]     FOLDER: where examples/base-station/build.sh has built, or is to build; default: bench/target/station
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
folder=${1:-bench/target/station}
mkdir -p "$folder"
[ -f "$folder/release-1/rootfs.tar" ] || examples/base-station/build.sh "$folder"
./assay --version >/dev/null

median() { # median wall milliseconds of five runs of a command, after one to warm the page cache
  "$@" >/dev/null 2>&1 || true
  for _ in 1 2 3 4 5; do
    local start end
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
  done | sort -n | sed -n 3p
}
row() { printf '%-36s %8s s %7s\n' "$1" "$(awk "BEGIN{printf \"%.2f\", $2/1000}")" "$(awk "BEGIN{printf \"%.1f×\", $2/$yard}")"; }

printf 'load %s on %s processors, image of %s MB\n' "$(cut -d' ' -f1 /proc/loadavg)" "$(nproc)" "$(du -m "$folder/release-1/rootfs.tar" | cut -f1)"
yard=$(median sha256sum "$folder/release-1/rootfs.tar")
[ "$yard" -gt 0 ] || yard=1
row "sha256sum (the yardstick)" "$yard"
for release in release-1 release-2; do
  row "assay evaluate $release, no cache" \
    "$(median ./assay evaluate "$folder/$release/product.yaml" --cache off --as-of 2026-11-23 --quiet --out "$folder/$release.bundle")"
done
