package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameTreeTest {
  @TempDir Path directory;

  private Path tree;

  @BeforeEach
  void tree() throws IOException {
    tree = Files.createDirectories(directory.resolve("tree"));
    for (String name : List.of("etc/init.d", "bin", "usr/lib", "var/empty", "etc/ssl")) {
      Files.createDirectories(tree.resolve(name));
    }
    Files.writeString(tree.resolve("etc/passwd"), "root:x:0:0::/root:/bin/sh\n");
    Files.writeString(tree.resolve("etc/nothing"), "");
    Files.writeString(tree.resolve("etc/ssl/größe ß.conf"), "x=1\n");
    Files.write(tree.resolve("bin/busybox"), new byte[100_000]);
    Files.setAttribute(tree.resolve("bin/busybox"), "unix:mode", 0104755);
    Files.createLink(tree.resolve("bin/sh"), tree.resolve("bin/busybox"));
    Files.createSymbolicLink(tree.resolve("etc/rc"), Path.of("init.d/rcS"));
    Files.writeString(tree.resolve("etc/init.d/rcS"), "#!/bin/sh\n");
    Files.setAttribute(tree.resolve("etc/init.d/rcS"), "unix:mode", 0100750);
  }

  @ParameterizedTest
  @CsvSource({
    "tar, tar -c .",
    "tar, tar -c --format=v7 bin etc usr var",
    "tar, tar -c * | gzip",
    "tar, tar -c * | xz",
    "tar, tar -c * | zstd -q",
    "tar, tar -c * | lz4 -q",
    "tar, tar -c * | bzip2 | gzip",
    "cpio, find . | LC_ALL=C sort | cpio --quiet -o -H newc",
    "cpio, find * | LC_ALL=C sort | cpio --quiet -o -H odc | gzip",
    "zip, zip -q -r -y ../z.zip . && cat ../z.zip",
    "zip, zip -q -0 -r -y ../z.zip * && cat ../z.zip",
    "bsdtar, bsdtar -c --format=pax -f - .",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -comp gzip && cat ../o",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -comp xz -no-fragments && cat ../o",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -comp lzma -b 4096 && cat ../o",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -comp lzo && cat ../o",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -comp lz4 -always-use-fragments && cat ../o",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -comp zstd -b 1M && cat ../o",
    "mksquashfs, mksquashfs . ../o -quiet -no-progress -noI -noD -noF -noX && cat ../o",
    "mkfs.ext4, mkfs.ext4 -q -d . ../o 4M && cat ../o",
    "mkfs.ext4, mkfs.ext4 -q -O inline_data -I 256 -d . ../o 4M && cat ../o",
    "mkfs.ext4, mkfs.ext4 -q -O ^64bit -b 1024 -d . ../o 4M && cat ../o",
    "mkfs.ext3, mkfs.ext3 -q -d . ../o 4M && cat ../o",
    "mkfs.ext2, mkfs.ext2 -q -b 1024 -d . ../o 4M && cat ../o",
    "mkfs.erofs, mkfs.erofs ../o . && cat ../o",
    "mkfs.erofs, mkfs.erofs -zlz4hc -C65536 ../o . && cat ../o",
    "sload.f2fs, truncate -s 64M ../o && mkfs.f2fs -q ../o > ../log && sload.f2fs -P -f . ../o > ../log && cat ../o",
    "mkfs.ubifs, mkfs.ubifs -m 2048 -e 126976 -c 60 -r . -o ../o && cat ../o",
    "ubinize, mkfs.ubifs -m 2048 -e 126976 -c 60 -x zstd -r . -o ../o && printf '[a]\\nmode=ubi\\nimage=../o\\nvol_id=0\\nvol_type=dynamic\\nvol_name=root\\nvol_size=9MiB\\n' > ../ini && ubinize -p 128KiB -m 2048 -o ../u ../ini && cat ../u",
    "mkfs.jffs2, mkfs.jffs2 -l -r . -o ../o && cat ../o",
    "mkfs.jffs2, mkfs.jffs2 -b -n -s 8192 -X lzo -x zlib -r . -o ../o && cat ../o",
    "mkfs.cramfs, mkfs.cramfs -N little . ../o && cat ../o",
    "mkfs.cramfs, mkfs.cramfs -N big -z -b 8192 . ../o && cat ../o",
    "xorriso, xorriso -as mkisofs -quiet -R -J -o ../o . && cat ../o",
    "genisoimage, genisoimage -quiet -R -o ../o . && cat ../o",
    "7z, 7z a -snl ../o.7z * > ../log && cat ../o.7z",
    "qemu-img, mkfs.ext4 -q -d . ../r 4M > ../log && qemu-img convert -c -O qcow2 ../r ../o && cat ../o",
    "qemu-img, mkfs.ext4 -q -d . ../r 4M > ../log && qemu-img convert -O vmdk ../r ../o && cat ../o",
    "qemu-img, mkfs.ext4 -q -d . ../r 4M > ../log && qemu-img convert -O vhdx ../r ../o && cat ../o",
  })
  void anArchiveHasTheNodesOfTheDirectory(String tool, String command) {
    Scanned expected = Scans.of(new Source.OnHost("product", tree), 2);
    Scanned found = Scans.of("product", Scans.shell(tree, tool, command));
    assertThat(Scans.problems(found)).isEmpty();
    assertThat(described(found)).isEqualTo(described(expected));
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    byte[] archive = Scans.shell(tree, "tar", "tar -c * | gzip");
    Source source = new Source.InMemory("p", Bytes.of(archive));
    assertThat(described(Scans.of(source, 1))).isEqualTo(described(Scans.of(source, 4)));
  }

  @Test
  void aDebianPackageOpensDownToItsFiles() throws IOException {
    Path control = Files.createDirectories(tree.resolve("DEBIAN"));
    Files.writeString(
        control.resolve("control"),
        "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: m <m@example.org>\nDescription: d\n");
    Scans.shell(directory, "dpkg-deb", "dpkg-deb -Zxz --build tree x.deb");
    Scanned scanned = Scans.of(new Source.OnHost("x.deb", directory.resolve("x.deb")), 2);
    assertThat(Scans.problems(scanned)).isEmpty();
    assertThat(Scans.paths(scanned))
        .contains("x.deb!/control.tar.xz!/control", "x.deb!/data.tar.xz!/etc/passwd");
  }

  @Test
  void aDirectoryWithAnImageLayoutShowsTheImage() {
    Scans.shell(
        directory,
        "umoci",
        "umoci init --layout img && umoci new --image img:v1 && umoci insert --image img:v1 tree/etc /etc");
    Scanned scanned = Scans.of(new Source.OnHost("img", directory.resolve("img")), 2);
    assertThat(Scans.problems(scanned)).isEmpty();
    assertThat(Scans.paths(scanned))
        .contains("img/v1!/etc/passwd")
        .noneMatch(path -> path.startsWith("img/blobs") && path.contains("!/"));
    assertThat(scanned.nodes())
        .extracting(Node::type)
        .contains("application/vnd.oci.image", "application/vnd.oci.image.layer.v1.tar+gzip");
    assertThat(scanned.roots()).extracting(Root::path).contains("img/v1");
  }

  /** Everything a node of the root tells, by its path in the root. */
  private static TreeMap<String, String> described(Scanned scanned) {
    TreeMap<String, String> nodes = new TreeMap<>();
    Root root =
        scanned.roots().stream()
            .filter(candidate -> candidate.exists("etc/passwd"))
            .findFirst()
            .orElseThrow();
    for (Node node : root.nodes()) {
      String size = node.isFile() ? node.sha256() + " " + node.size() : "";
      nodes.put(
          node.inRoot(),
          String.join(
              " ",
              node.entryType().toString(),
              Integer.toOctalString(node.mode()),
              node.owner().toString(),
              node.link(),
              node.type(),
              size));
    }
    nodes.remove("");
    nodes.remove("lost+found");
    return nodes;
  }
}
