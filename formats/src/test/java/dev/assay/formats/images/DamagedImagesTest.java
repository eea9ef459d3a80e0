package dev.assay.formats.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Encoding;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that real writers made, then damaged. */
class DamagedImagesTest {
  @TempDir Path directory;

  @BeforeEach
  void tree() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/etc"));
    Files.writeString(tree.resolve("passwd"), "root:x:0:0::/root:/bin/sh\n".repeat(400));
    Files.createSymbolicLink(tree.resolve("link"), Path.of("passwd"));
    Files.writeString(tree.resolve("small"), "x");
    Files.writeString(
        directory.resolve("x.dts"),
        "/dts-v1/; / { compatible = \"a,b\"; chosen { bootargs = \"console=ttyS0\"; }; };\n");
    Files.writeString(
        directory.resolve("mbr"),
        "label: dos\nstart=8,size=8,type=83\nstart=32,size=64,type=5\nstart=40,size=8,type=83\n");
    Files.writeString(
        directory.resolve("ubi"),
        "[a]\nmode=ubi\nimage=tree/etc/passwd\nvol_id=0\nvol_type=static\nvol_name=a\n");
    Files.writeString(
        directory.resolve("x.its"),
        """
        /dts-v1/;
        / {
          description = "x";
          images { k { description = "k"; data = /incbin/("x.dts"); type = "kernel"; arch = "arm"; os = "linux";
            compression = "none"; load = <0>; entry = <0>; hash-1 { algo = "sha256"; }; }; };
          configurations { default = "c"; c { kernel = "k"; }; };
        };
        """);
  }

  private byte[] made(String tool, String command) throws IOException, InterruptedException {
    String path = System.getenv("PATH") + ":/usr/sbin:/sbin";
    assumeTrue(
        Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
        tool + " is installed");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(directory.toFile());
    builder.environment().put("PATH", path);
    Process process =
        builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(directory.resolve("log"))).isZero();
    return Files.readAllBytes(directory.resolve("image"));
  }

  @ParameterizedTest
  @CsvSource({
    "mksquashfs, mksquashfs tree image -quiet -no-progress -comp gzip -nopad",
    "mksquashfs, mksquashfs tree image -quiet -no-progress -comp xz -nopad",
    "mksquashfs, mksquashfs tree image -quiet -no-progress -comp zstd -nopad",
    "mksquashfs, mksquashfs tree image -quiet -no-progress -comp lzo -nopad",
    "mksquashfs, mksquashfs tree image -quiet -no-progress -comp lz4 -nopad",
    "mksquashfs, mksquashfs tree image -quiet -no-progress -noI -noD -noF -nopad",
    "mkfs.ext4, mkfs.ext4 -q -b 1024 -N 16 -O ^has_journal -d tree image 100k",
    "mkfs.ext2, mkfs.ext2 -q -b 1024 -N 16 -d tree image 100k",
    "mkfs.cramfs, mkfs.cramfs -N little tree image",
    "mkfs.cramfs, mkfs.cramfs -N big -z tree image",
    "genromfs, genromfs -d tree -f image",
    "mkfs.erofs, mkfs.erofs image tree",
    "mkfs.erofs, mkfs.erofs -zlz4 -Eztailpacking image tree",
    "mkfs.ubifs, mkfs.ubifs -m 512 -e 15872 -c 50 -r tree -o image",
    "mkfs.ubifs, mkfs.ubifs -m 512 -e 15872 -c 50 -x zstd -r tree -o image",
    "mkfs.jffs2, mkfs.jffs2 -l -n -r tree -o image",
    "mkfs.jffs2, mkfs.jffs2 -b -n -X lzo -x zlib -r tree -o image",
    "mkimage, mkimage -A arm -T kernel -C none -d x.dts image",
    "mkimage, mkimage -A arm -T multi -C none -d x.dts:x.its image",
    "dtc, dtc -q -O dtb -o image x.dts",
    "mkimage, mkimage -f x.its image",
    "mcopy, truncate -s 64K image && mkfs.fat -F 12 -s 1 image && mcopy -i image tree/etc/passwd ::",
    "sfdisk, truncate -s 64K image && sfdisk -q image < mbr",
    "sgdisk, truncate -s 64K image && sgdisk -a 1 -n 1:40:60 -c 1:boot image",
    "ubinize, ubinize -p 4KiB -m 512 -o image ubi",
    "qemu-img, qemu-img create -q -f vpc image 1M",
    "qemu-img, 'qemu-img create -q -f vpc -o subformat=fixed,force_size=on image 64K'",
  })
  void damageEndsInProblemsOnly(String tool, String command) throws Exception {
    byte[] image = made(tool, command);
    Format format = Formats.of(Bytes.of(image)).orElseThrow();
    Hostile.survives(format, image);
  }

  @Test
  void aLinkOfExtWhoseTargetIsOutsideOfTheImageIsAProblemOfTheLink() throws Exception {
    String target = "far/".repeat(30) + "away";
    Files.createSymbolicLink(directory.resolve("tree/etc/far"), Path.of(target));
    byte[] image = made("mkfs.ext4", "mkfs.ext4 -q -b 1024 -N 16 -d tree image 1M");
    String text = new String(image, StandardCharsets.ISO_8859_1);
    int block = text.indexOf(target) / 1024;
    // one extent: first block, one block long, high and low half of where it lies
    String extent = "\0\0\0\0\1\0\0\0" + (char) (block & 0xFF) + (char) (block >> 8) + "\0\0";
    image[text.indexOf(extent) + 7] = 0x7F;
    Listed listed =
        Listed.of((Container) Formats.of(Bytes.of(image)).orElseThrow(), Bytes.of(image));
    assertThat(listed.entry("etc/far").problems())
        .extracting(Problem::code)
        .containsExactly("ext.block-out-of-range");
    assertThat(listed.paths()).contains("etc/passwd", "etc/small");
  }

  @Test
  void aUImageWithAWrongDataCrcIsReadAndSaysSo() throws Exception {
    byte[] image = made("mkimage", "mkimage -A arm -T kernel -C none -d x.dts image");
    image[image.length - 2] ^= 1;
    Encoding uimage = (Encoding) Formats.of(Bytes.of(image)).orElseThrow();
    Encoding.Decoded decoded = uimage.decode(Bytes.of(image), new HeapMemory());
    assertThat(decoded.problems()).extracting(Problem::code).containsExactly("uimage.data-crc");
    assertThat(decoded.bytes().size()).isEqualTo(image.length - 64);
  }

  @Test
  void aMultiFileUImageGivesItsFiles() throws Exception {
    byte[] image = made("mkimage", "mkimage -A arm -T multi -C none -d x.dts:x.its image");
    Listed listed =
        Listed.of((Container) Formats.of(Bytes.of(image)).orElseThrow(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("part-1")).isEqualTo(Files.readString(directory.resolve("x.its")));
  }

  @Test
  void aFitImageWithAWrongHashIsReadAndSaysSo() throws Exception {
    byte[] image = made("mkimage", "mkimage -f x.its image");
    Container fit = (Container) Formats.of(Bytes.of(image)).orElseThrow();
    Listed sound = Listed.of(fit, Bytes.of(image));
    assertThat(sound.entry("k").problems()).isEmpty();
    assertThat(sound.bytes("k")).isEqualTo(Files.readAllBytes(directory.resolve("x.dts")));
    String text = new String(image, StandardCharsets.ISO_8859_1);
    image[text.indexOf("ttyS0")] = 'T';
    assertThat(Listed.of(fit, Bytes.of(image)).entry("k").problems())
        .extracting(Problem::code)
        .containsExactly("fit.hash");
  }

  @Test
  void aSquashFsCutShortStillGivesWhatIsThere() throws Exception {
    byte[] image = made("mksquashfs", "mksquashfs tree image -quiet -no-progress -nopad");
    byte[] grown = Arrays.copyOf(image, image.length);
    // The fragment block, which holds every small file, starts after the superblock.
    Arrays.fill(grown, 100, 140, (byte) 0xEE);
    Listed listed =
        Listed.of((Container) Formats.of(Bytes.of(grown)).orElseThrow(), Bytes.of(grown));
    assertThat(listed.paths()).contains("etc/passwd", "etc/link", "etc/small");
  }
}
