#!/bin/sh
# Downloads the packages named in packages.txt for armhf, without touching the apt of this host and without running any of them.
#
#   fetch.sh FOLDER
#
# DEBIAN_MIRROR names another mirror than deb.debian.org.
set -eu
help() { sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; }
case ${1-} in
  -h | --help) help && exit ;;
  '' | -*) help >&2 && exit 2 ;;
esac
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
folder=$(readlink -f "$1")
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
apt=$folder/apt
mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$apt/etc" "$folder/debs"
: >"$apt/status"
echo "deb [arch=armhf signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm main" >"$apt/sources.list"
cat >"$apt/apt.conf" <<EOF
APT::Architecture "armhf";
APT::Architectures { "armhf"; };
APT::Sandbox::User "";
Acquire::Languages "none";
Dir::State "$apt";
Dir::State::status "$apt/status";
Dir::Cache "$apt";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "$apt/etc";
Dir::Etc::parts "$apt/etc";
Acquire::http::Timeout "20";
Acquire::Retries "1";
EOF
export APT_CONFIG="$apt/apt.conf"
[ -n "$(find "$apt/lists" -name '*Packages*' -print -quit)" ] || apt-get -qq update
# A kernel's package without a version is empty and depends on the one that has it.
real() {
  case $1 in
    linux-image-*) apt-cache depends "$1" | sed -n 's/^ *Depends: \(linux-image-.*\)/\1/p' | head -n 1 ;;
    *) echo "$1" ;;
  esac
}

cd "$folder/debs"
grep -v '^#' "$here/packages.txt" | while read -r name; do
  package=$(real "$name")
  [ -n "$(find . -name "${package}_*.deb" -print -quit)" ] || apt-get -qq download "$package"
done
