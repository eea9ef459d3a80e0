#!/bin/sh
# Builds two releases of a small base station: Debian's armhf packages, unpacked and never run, with the settings of release-1 (planted
# weaknesses, see planted.tsv) or release-2 (the same product, mended) over them.
#
#   build.sh FOLDER        FOLDER/release-1 and FOLDER/release-2 get product.yaml and rootfs.tar
set -eu
help() { sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; }
case ${1-} in
  -h | --help) help && exit ;;
  '' | -*) help >&2 && exit 2 ;;
esac
here=$(dirname "$(readlink -f "$0")")
"$here/fetch.sh" "$1"
folder=$(readlink -f "$1")

# Unpacks every package and notes it as dpkg would.
base() {
  root=$1
  rm -rf "$root"
  mkdir -p "$root/var/lib/dpkg/info"
  for deb in "$folder"/debs/*.deb; do
    dpkg-deb -x "$deb" "$root"
    { dpkg-deb -f "$deb" | sed 's/^Package: .*/&\nStatus: install ok installed/'; echo; } >>"$root/var/lib/dpkg/status"
  done
  board
  rm -rf "$root"/usr/share/doc "$root"/usr/share/man "$root"/usr/share/lintian "$root"/usr/share/locale
  for applet in sh mount umount login getty init ifconfig; do ln -sf busybox "$root/bin/$applet"; done
  # This product starts its services from /etc/init.d with BusyBox's init; Debian's own start files are not used.
  rm -rf "$root"/lib/systemd "$root"/etc/init.d "$root"/etc/default "$root"/etc/osmocom "$root"/etc/lighttpd "$root"/etc/snmp
  mkdir -p "$root"/etc/init.d "$root"/root
  chmod 0700 "$root/root"
}

# The boot loader of one board beside the kernel, and of the kernel's modules those of a cell and some that Debian has for everybody.
board() {
  mv "$root"/usr/lib/u-boot/am335x_boneblack/MLO "$root"/usr/lib/u-boot/am335x_boneblack/u-boot.img "$root/boot/"
  rm -rf "$root/usr/lib/u-boot"
  find "$root"/lib/modules -name '*.ko' ! -name sctp.ko ! -name gtp.ko ! -name udp_tunnel.ko ! -name ip6_udp_tunnel.ko ! -name tun.ko \
    ! -name dccp.ko ! -name tipc.ko ! -name rds.ko ! -name n_gsm.ko ! -name usb-storage.ko -delete
  find "$root"/lib/modules -type d -empty -delete
  mv "$root"/usr/lib/linux-image-*/am335x-boneblack.dtb "$root/boot/"
  rm -rf "$root"/usr/lib/linux-image-*
}

# Lays one release's files over the tree; modes.txt says what git does not keep.
release() {
  name=$1
  root=$folder/$name.tree
  base "$root"
  cp -R "$here/$name/files/." "$root/"
  while read -r mode path; do chmod "$mode" "$root/$path"; done <"$here/$name/modes.txt"
  mkdir -p "$folder/$name"
  tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$root" -cf "$folder/$name/rootfs.tar" .
  cp "$here/$name/product.yaml" "$folder/$name/product.yaml"
  rm -rf "$root"
}

release release-1
release release-2
