#!/usr/bin/env bash
# Compares two root file systems, release against release, and lets diffoscope do the same where it is installed.
#
#   bench/compare.sh                    makes both of the same Debian packages of two releases, about 200 MB each, below bench/target
#   bench/compare.sh LEFT RIGHT         any two
#   bench/compare.sh --limit SECONDS …  how long diffoscope may take; default 1800
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
. bench/clock.sh
limit=1800
if [ "${1:-}" = --limit ]; then
  limit=$2
  shift 2
fi
packages=(bash coreutils libc6 perl-base openssh-server openssl systemd udev git vim-runtime vim-common binutils-x86-64-linux-gnu
  busybox curl iproute2 nftables lighttpd dnsmasq-base snmpd wpasupplicant cmake gdb)
release() { # the packages of one suite, unpacked
  local suite=$1 work=$PWD/bench/target/compare/$1
  [ ! -d "$work/root" ] || { echo "$work/root"; return; }
  echo "fetching packages of $suite" >&2
  apt_of "$work" "$suite" amd64
  (cd "$work/debs" && for package in "${packages[@]}"; do
    apt-get download -qq "$package" 2>/dev/null || echo "no package $package in $suite" >&2
  done)
  mkdir "$work/unpacked"
  for deb in "$work"/debs/*.deb; do dpkg-deb -x "$deb" "$work/unpacked"; done
  mv "$work/unpacked" "$work/root"
  echo "$work/root"
}
left=${1:-$(release bullseye)}
right=${2:-$(release bookworm)}
for side in "$left" "$right"; do
  printf '%s: %s MB in %s files\n' "$side" "$(du -sm "$side" | cut -f1)" "$(find "$side" -type f | wc -l)"
done
./assay --version >/dev/null
find "$left" "$right" -type f -exec cat {} + >/dev/null
read -r own status < <(millis ./assay compare "$left" "$right" --json)
awk "BEGIN{printf \"assay compare      %8.2f s   exit %d\n\", $own/1000, $status}"
if command -v diffoscope >/dev/null; then
  read -r theirs status < <(millis timeout "$limit" diffoscope --json /dev/null "$left" "$right")
  [ "$status" != 124 ] || echo "diffoscope was stopped after $limit s; the ratio is a lower bound"
  awk "BEGIN{printf \"diffoscope         %8.2f s   exit %d   %.1f×\n\", $theirs/1000, $status, $theirs/$own}"
else
  echo "diffoscope is not installed"
fi
