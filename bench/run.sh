#!/usr/bin/env bash
# Measures a complete evaluation against public tools and physical yardsticks in one run, and prints a table of ratios to sha256sum.
#
#   bench/run.sh [ROOT]     ROOT: a root file system; default: one made of Debian packages below bench/target
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
work=bench/target
. bench/clock.sh
mkdir -p "$work"
root=${1:-$work/root}
packages=(bash coreutils libc6 perl-base perl-modules-5.36 python3.11-minimal libpython3.11-stdlib openssh-server openssl libssl3
  systemd udev libllvm14 libicu72 git vim-runtime vim-common gcc-12 cpp-12 libgcc-12-dev libstdc++-12-dev binutils-x86-64-linux-gnu
  nodejs libnode108 samba-libs libgtk-3-0 qemu-system-x86 libqt5gui5 postgresql-15)
if [ ! -d "$root" ]; then
  echo "making $root from Debian packages" >&2
  mkdir -p "$work/deb" "$root"
  for package in "${packages[@]}"; do
    (cd "$work/deb" && apt-get download -qq "$package" 2>/dev/null) || echo "no package $package" >&2
  done
  rm -f "$work"/deb/debian-installer*
  for deb in "$work"/deb/*.deb; do dpkg-deb -x "$deb" "$root"; done
fi
find "$root" -type f -print0 >"$work/files0"
find "$root" -type f -print0 | xargs -0 sh -c 'for f; do [ "$(head -c4 "$f" | od -An -c | tr -d " ")" = "177ELF" ] && printf "%s\0" "$f"; done' _ >"$work/elf0" || true
printf '%s: %s MB in %s files, %s ELF\n' "$root" "$(du -sm "$root" | cut -f1)" "$(tr -cd '\0' <"$work/files0" | wc -c)" "$(tr -cd '\0' <"$work/elf0" | wc -c)"
./assay --version >/dev/null

settled() { sleep 3; } # what was changed a moment ago is not taken from a cache
changed() { # a run after one file of the product was changed
  date +%N >"$root/changed-file"
  ./assay evaluate "$root" --cache "$work/cache" --out "$work/out" --quiet
}

yard=$(median 3 xargs -0 -a "$work/files0" sha256sum)
printf '%-44s %10s %7s\n' "" "median" "ratio"
row "sha256sum (the yardstick)" "$yard"
row "cat" "$(median 3 xargs -0 -a "$work/files0" cat)"
command -v openssl >/dev/null && row "openssl dgst -sha256" "$(median 3 xargs -0 -a "$work/files0" openssl dgst -sha256)"
command -v file >/dev/null && row "file" "$(median 3 xargs -0 -a "$work/files0" file)"
command -v readelf >/dev/null && row "readelf -hldS of the ELF files" "$(median 3 xargs -0 -a "$work/elf0" readelf -hldsW)"
if command -v checksec >/dev/null; then
  # One process for 100 programs: it takes minutes for all of them.
  head -z -n 100 "$work/elf0" >"$work/elf100"
  row "checksec of 100 of the ELF files" "$(median 3 xargs -0 -a "$work/elf100" -n 1 sh -c 'checksec --file="$1"' _)"
fi
if command -v yara >/dev/null; then
  for i in $(seq 2000); do
    printf 'rule r%d { strings: $a = "%s" condition: $a }\n' "$i" "$(printf %s "$i" | sha256sum | cut -c1-16)"
  done >"$work/rules.yar"
  row "yara, 2,000 rules of one string" "$(median 3 yara -r -p 2 "$work/rules.yar" "$root")"
fi
row "assay evaluate, directory" "$(median 3 ./assay evaluate "$root" --cache off --out "$work/out" --quiet)"
rm -rf "$work/cache"
row "  again with the cache, nothing changed" "$(settled; median 3 ./assay evaluate "$root" --cache "$work/cache" --out "$work/out" --quiet)"
row "  again with the cache, one file changed" "$(median 3 changed)"
rm -f "$root/changed-file"
if command -v mksquashfs >/dev/null; then
  [ -f "$work/root.sqfs" ] || mksquashfs "$root" "$work/root.sqfs" -comp zstd -quiet -no-progress
  row "assay evaluate, squashfs-zstd image" "$(median 3 ./assay evaluate "$work/root.sqfs" --cache off --out "$work/out-sqfs" --quiet)"
  row "unsquashfs of the same image" "$(median 3 unsquashfs -q -n -f -d "$work/unpacked" "$work/root.sqfs")"
  rm -rf "$work/unpacked"
fi
if [ ! -f "$work/dns-320.img" ]; then
  (cd "$work/deb" && apt-get download -qq debian-installer-12-netboot-armel >/dev/null 2>&1) || true
  for deb in "$work"/deb/debian-installer-12-netboot-armel*.deb; do
    [ -f "$deb" ] && dpkg-deb --fsys-tarfile "$deb" | tar xO --wildcards '*/d-link/dns-320/netboot.img' >"$work/dns-320.img"
  done
fi
[ -s "$work/dns-320.img" ] && row "assay evaluate, D-Link DNS-320 image" "$(median 3 ./assay evaluate "$work/dns-320.img" --cache off --out "$work/out-dns" --quiet)"
if [ -x /usr/bin/time ]; then
  /usr/bin/time -f 'assay: peak resident memory %M KB' ./assay evaluate "$root" --cache off --out "$work/out" --quiet >/dev/null || true
fi
