#!/usr/bin/env bash
# Measures how fast images are unpacked and inspected, and blobs carved, against the tools of single formats and against binwalk.
# Each tool gets the same image from the page cache and all processors; Assay's time holds its start and its inspection as well, and
# nothing is remembered from one run to the next.
#
#   bench/formats.sh          uses what is installed: squashfs-tools, erofs-utils, 7z, binwalk
#   MEGABYTES=50 bench/formats.sh   smaller images, for a first look
#
# For each pair: median seconds of three runs, and how many times as fast as the other tool Assay is. They mean something on a calm machine only,
# so the load stands before and behind them.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/clock.sh
work=$PWD/bench/target/formats
megabytes=${MEGABYTES:-200}
mkdir -p "$work"
./assay --version >/dev/null
printf 'load before: %s, processors: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)" "$(nproc)"

# A tree of so many megabytes: programs, libraries and texts of this host, in the order of their names.
if [ ! -d "$work/tree-$megabytes" ]; then
  mkdir -p "$work/tree-$megabytes"
  find /usr/bin /usr/lib /usr/share/doc -type f -size -8M -printf '%s %p\n' 2>/dev/null | LC_ALL=C sort -k2 |
    awk -v most=$((megabytes * 1000000)) '{ size = $1; sub(/^[0-9]+ /, ""); total += size; if (total <= most) print }' |
    tar c --files-from=- 2>/dev/null | tar x -C "$work/tree-$megabytes"
fi
tree=$work/tree-$megabytes
printf 'tree: %s MB in %s files\n' "$(du -sm "$tree" | cut -f1)" "$(find "$tree" -type f | wc -l)"

pair() { # NAME, milliseconds of the other tool, of Assay, aim
  printf '%-40s %8s s %8s s %6s×  %s\n' "$1" "$(awk "BEGIN { printf \"%.2f\", $2 / 1000 }")" \
    "$(awk "BEGIN { printf \"%.2f\", $3 / 1000 }")" "$(awk "BEGIN { printf \"%.2f\", $2 / $3 }")" "$4"
}
assay() { ./assay inspect --tree --cache off "$1"; }
map() { ./assay inspect --map "$1"; }

# As median does, of a command that has to succeed.
timed() { # RUNS COMMAND
  if ! "${@:2}" >/dev/null 2>&1; then
    echo "failed: ${*:2}" >&2
    return 1
  fi
  median "$@"
}

printf '%-40s %10s %10s %7s  %s\n' "" "other tool" "assay" "ratio" "aim"
if command -v mksquashfs >/dev/null; then
  for codec in gzip xz zstd lz4; do
    image=$work/tree-$megabytes.$codec.squashfs
    [ -f "$image" ] || mksquashfs "$tree" "$image" -comp $codec -quiet -no-progress >/dev/null
    pair "squashfs, $codec; unsquashfs" "$(timed 3 unsquashfs -q -n -f -d "$work/unpacked" "$image")" "$(timed 3 assay "$image")" "0.7×"
  done
fi
if command -v mkfs.erofs >/dev/null && command -v fsck.erofs >/dev/null; then
  image=$work/tree-$megabytes.erofs
  [ -f "$image" ] || mkfs.erofs -zlz4hc "$image" "$tree" >/dev/null 2>&1
  pair "EROFS, lz4hc; fsck.erofs --extract" "$(timed 3 fsck.erofs --extract="$work/unpacked" --overwrite "$image")" "$(timed 3 assay "$image")" "0.7×"
fi
if command -v 7z >/dev/null; then
  for kind in zip 7z; do
    image=$work/tree-$megabytes.$kind
    [ -f "$image" ] || 7z a -bd -t$kind "$image" "$tree" >/dev/null
    pair "$kind; 7z x" "$(timed 3 7z x -bd -y -o"$work/unpacked" "$image")" "$(timed 3 assay "$image")" "0.7×"
  done
fi

# A gigabyte in which there is a file system to find every 100 MB, between noise and erased flash.
blob=$work/blob
if [ ! -f "$blob" ] && command -v mksquashfs >/dev/null; then
  small=$work/small.squashfs
  mapfile -t few < <(find "$tree" -type f -size -200k | LC_ALL=C sort | sed -n '1,20p')
  mksquashfs "${few[@]}" "$small" -quiet -no-progress -noappend >/dev/null
  for part in 0 1 2 3 4 5 6 7 8 9; do
    head -c 40000000 /dev/zero | openssl enc -aes-128-ctr -K 0000000000000000000000000000000$part -iv 00000000000000000000000000000000
    head -c 5000000 "$small"
    head -c 60000000 /dev/zero | tr '\0' '\377'
  done >"$blob.part"
  truncate -s 1000000000 "$blob.part"
  mv "$blob.part" "$blob"
fi
[ ! -f "$blob" ] || pair "carving 1 GB; cat" "$(timed 3 cat "$blob")" "$(timed 3 map "$blob")" "0.33×"

# Against a scan for signatures, of the start of that blob: of an image that fills its file, binwalk reads no more than the header.
if command -v binwalk >/dev/null && [ -f "$blob" ]; then
  head -c 105000000 "$blob" >"$work/start"
  pair "carving 105 MB; binwalk's scan" "$(timed 1 binwalk "$work/start")" "$(timed 3 map "$work/start")" "20×"
fi
rm -rf "$work/unpacked"
printf 'load after: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
