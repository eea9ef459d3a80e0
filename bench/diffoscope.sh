#!/usr/bin/env bash
# Lets `assay compare` say what it can of the pairs of files that diffoscope's own tests compare. Fetches diffoscope's source package.
#
#   bench/diffoscope.sh
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
work=$PWD/bench/target/diffoscope
if [ ! -d "$work/source" ]; then
  echo "fetching the source of diffoscope" >&2
  apt_of "$work" bookworm amd64 \
    "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(archive_of debian) bookworm main"
  (cd "$work/debs" && apt-get source --download-only -qq diffoscope)
  mkdir "$work/unpacked"
  tar -xJf "$work"/debs/diffoscope_*.tar.xz -C "$work/unpacked" --strip-components 1
  mv "$work/unpacked" "$work/source"
fi
./assay --version >/dev/null
python3 bench/diffoscope.py ./assay "$work/source"
