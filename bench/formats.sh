#!/usr/bin/env bash
# Measures how fast images are unpacked and inspected, and blobs carved, against the tools of single formats and against binwalk.
#
#   bench/formats.sh          uses what is installed: squashfs-tools, erofs-utils, 7z, binwalk
#   MEGABYTES=50 bench/formats.sh   smaller images, for a first look
#
# For each pair: median wall and CPU seconds of three runs, and how many times as fast as the other tool Assay is, by wall clock. Wall clocks mean
# something on a calm machine only; CPU seconds count all threads.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
work=$PWD/bench/target/formats
megabytes=${MEGABYTES:-200}
mkdir -p "$work"
./assay --version >/dev/null
printf 'load before: %s, processors: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)" "$(nproc)"

# A tree of so many megabytes: programs, libraries and texts of this host, in the order of their names.
if [ ! -d "$work/tree-$megabytes" ]; then
  mkdir -p "$work/tree-$megabytes"
  find /usr/bin /usr/lib /usr/share/doc -type f -size -8M -printf '%s %p\n' 2>/dev/null | LC_ALL=C sort -k2 |
    awk -v most=$((megabytes * 1000000)) '{ size = $1; sub(/^[0-9]+ /, ""); total += size; if (total > most) exit; print }' |
    tar c --files-from=- 2>/dev/null | tar x -C "$work/tree-$megabytes"
fi
tree=$work/tree-$megabytes
printf 'tree: %s MB in %s files\n' "$(du -sm "$tree" | cut -f1)" "$(find "$tree" -type f | wc -l)"

measured() { # "wall cpu" seconds of the median of three runs, after one that warms the page cache
  "$@" >/dev/null 2>&1 || true
  for _ in 1 2 3; do
    rm -rf "$work/unpacked"
    local TIMEFORMAT='%R %U %S'
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f %.2f\n", $1, $2 + $3 }'
  done | sort -n | sed -n 2p
}
pair() { # NAME, "wall cpu" of the other tool, "wall cpu" of assay, target
  # shellcheck disable=SC2086 # two numbers each
  set -- "$1" $2 $3 "$4"
  printf '%-46s %7s s (%6s cpu) %7s s (%6s cpu) %6s×  %s\n' "$1" "$2" "$3" "$4" "$5" "$(awk "BEGIN { printf \"%.2f\", $2 / $4 }")" "$6"
}
assay() { ./assay inspect --tree --cache off "$1"; }

printf '%-46s %27s %27s %7s  %s\n' "" "the other tool" "assay: unpack and inspect" "ratio" "aim"
if command -v mksquashfs >/dev/null; then
  for codec in gzip xz zstd lz4; do
    image=$work/tree-$megabytes.$codec.squashfs
    [ -f "$image" ] || mksquashfs "$tree" "$image" -comp $codec -quiet -no-progress >/dev/null
    pair "squashfs, $codec; unsquashfs" "$(measured unsquashfs -q -n -f -d "$work/unpacked" "$image")" "$(measured assay "$image")" "0.7×"
  done
fi
if command -v mkfs.erofs >/dev/null && command -v fsck.erofs >/dev/null; then
  image=$work/tree-$megabytes.erofs
  [ -f "$image" ] || mkfs.erofs -zlz4hc "$image" "$tree" >/dev/null 2>&1
  pair "EROFS, lz4hc; fsck.erofs --extract" "$(measured fsck.erofs --extract="$work/unpacked" "$image")" "$(measured assay "$image")" "0.7×"
fi
if command -v 7z >/dev/null; then
  for kind in zip 7z; do
    image=$work/tree-$megabytes.$kind
    [ -f "$image" ] || 7z a -bd -t$kind "$image" "$tree" >/dev/null
    pair "$kind; 7z x" "$(measured 7z x -bd -y -o"$work/unpacked" "$image")" "$(measured assay "$image")" "0.7×"
  done
fi

# A gigabyte in which there is something to find every 100 MB: noise, erased flash and images.
blob=$work/blob
if [ ! -f "$blob" ]; then
  for part in 0 1 2 3 4 5 6 7 8 9; do
    head -c 40000000 /dev/zero | openssl enc -aes-128-ctr -K 0000000000000000000000000000000$part -iv 00000000000000000000000000000000
    [ $part -gt 0 ] || cat "$work/tree-$megabytes.gzip.squashfs" 2>/dev/null | head -c 50000000
    head -c 60000000 /dev/zero | tr '\0' '\377'
  done | head -c 1000000000 >"$blob"
fi
pair "carving 1 GB; cat" "$(measured cat "$blob")" "$(measured ./assay inspect --map "$blob")" "0.33×"
if command -v binwalk >/dev/null; then
  pair "carving 1 GB; binwalk" "$(measured binwalk "$blob")" "$(measured ./assay inspect --map "$blob")" "20×"
fi
rm -rf "$work/unpacked"
printf 'load after: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
