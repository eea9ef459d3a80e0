#!/usr/bin/env bash
# Unpacks the archives that the tests of libarchive, Lhasa and libmspack read, and holds what comes of it against what bsdtar, lhasa and
# cabextract extract. Fetches the sources of the three; needs libarchive-tools, lhasa and cabextract.
#
#   bench/archives.sh
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
work=$PWD/bench/target/archives
for tool in bsdtar lhasa cabextract; do
  command -v "$tool" >/dev/null || { echo "bench/archives.sh: $tool is not installed" >&2; exit 2; }
done
if [ ! -d "$work/sources" ]; then
  echo "fetching the sources of libarchive, Lhasa and libmspack" >&2
  apt_of "$work" bookworm amd64 \
    "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(archive_of debian) bookworm main"
  (cd "$work/debs" && apt-get source --download-only -qq libarchive lhasa libmspack)
  mkdir "$work/unpacked"
  for source in "$work"/debs/*.orig.tar.*z; do
    tar -xf "$source" -C "$work/unpacked"
  done
  mv "$work/unpacked" "$work/sources"
fi
./assay --version >/dev/null
python3 bench/archives.py ./assay "$work"
