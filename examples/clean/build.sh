#!/bin/sh
# Packs the two well-configured systems: their files are in debian/ and alpine/, modes.txt says what git does not keep.
#
#   build.sh FOLDER        FOLDER/debian and FOLDER/alpine get product.yaml and rootfs.tar
set -eu
help() { sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; }
case ${1-} in
  -h | --help) help && exit ;;
  '' | -*) help >&2 && exit 2 ;;
esac
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
folder=$(readlink -f "$1")
for name in debian alpine; do
  root=$folder/$name.tree
  rm -rf "$root"
  mkdir -p "$folder/$name" "$root"
  cp -R "$here/$name/files/." "$root/"
  find "$root" -type d -exec chmod 0755 {} +
  find "$root" -type f -exec chmod 0644 {} +
  while read -r mode path; do
    # git keeps no empty directories.
    [ -e "$root/$path" ] || mkdir -p "$root/$path"
    chmod "$mode" "$root/$path"
  done <"$here/$name/modes.txt"
  for directory in bin sbin usr/bin usr/sbin; do mkdir -p "$root/$directory"; done
  tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$root" -cf "$folder/$name/rootfs.tar" .
  cp "$here/$name/product.yaml" "$folder/$name/product.yaml"
done
