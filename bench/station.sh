#!/usr/bin/env bash
# Measures how long the profile base-station takes on the tutorial's image without anything kept from earlier runs, and prints it with
# its ratio to sha256sum over the same image in the same run.
#
#   bench/station.sh [FOLDER]     FOLDER: where examples/base-station/build.sh has built, or is to build; default: bench/target/station
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/clock.sh
folder=${1:-bench/target/station}
mkdir -p "$folder"
[ -f "$folder/release-1/rootfs.tar" ] || examples/base-station/build.sh "$folder"
./assay --version >/dev/null

printf 'load %s on %s processors, image of %s MB\n' "$(cut -d' ' -f1 /proc/loadavg)" "$(nproc)" "$(du -m "$folder/release-1/rootfs.tar" | cut -f1)"
yard=$(median 5 sha256sum "$folder/release-1/rootfs.tar")
[ "$yard" -gt 0 ] || yard=1
row "sha256sum (the yardstick)" "$yard"
for release in release-1 release-2; do
  row "assay evaluate $release, no cache" \
    "$(median 5 ./assay evaluate "$folder/$release/product.yaml" --cache off --as-of 2026-11-23 --quiet --out "$folder/$release.bundle")"
done
