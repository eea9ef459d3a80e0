package dev.assay.formats.jffs2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On images that mkfs.jffs2 wrote. */
class Jffs2Test {
  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
  }

  private byte[] image(String options) throws Exception {
    return tree.image("mkfs.jffs2", "mkfs.jffs2 " + options + " -r tree -o image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-l",
        "-b",
        "-l -m none",
        "-b -n -p",
        "-l -X lzo -x zlib -x rtime",
        "-b -X rtime -x zlib -x lzo",
        "-l -m size -X lzo",
        "-b -s 16384 -e 131072 -p",
        "-l -c 16 --pad=1048576"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] image = image(options);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Jffs2.class);
    Listed listed = Listed.of(new Jffs2(), Bytes.of(image));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(04755);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-l", "-b"})
  void readsDevicesOwnersAndAttributes(String order) throws Exception {
    byte[] image =
        tree.image(
            "mkfs.jffs2",
            "mknod tree/console c 5 1 && mknod tree/big b 31 7 && mkfifo tree/pipe"
                + " && chown 17:18 tree/etc/passwd"
                + " && (setfattr -n user.note -v hello tree/etc/passwd || true)"
                + " && mkfs.jffs2 --with-xattr "
                + order
                + " -r tree -o image");
    Listed listed = Listed.of(new Jffs2(), Bytes.of(image));
    assertThat(listed.entry("console").attributes().device()).isEqualTo(5L << 32 | 1);
    assertThat(listed.entry("big").entryType()).isEqualTo(EntryType.BLOCK_DEVICE);
    assertThat(listed.entry("big").attributes().device()).isEqualTo(31L << 32 | 7);
    assertThat(listed.entry("pipe").entryType()).isEqualTo(EntryType.FIFO);
    assertThat(listed.entry("etc/passwd").attributes().uid()).isEqualTo(17);
    assertThat(listed.entry("etc/passwd").attributes().gid()).isEqualTo(18);
  }

  @Test
  void readsAnImageWithSummaries() throws Exception {
    byte[] image =
        tree.image(
            "sumtool",
            "mkfs.jffs2 -l -e 65536 -r tree -o plain && sumtool -l -e 65536 -p -i plain -o image");
    FlashTree.assertHolds(Listed.of(new Jffs2(), Bytes.of(image)));
  }

  @Test
  void damagedDataAreReportedAndTheRestIsRead() throws Exception {
    byte[] image = image("-l -m none");
    String text = new String(image, StandardCharsets.ISO_8859_1);
    image[text.indexOf("line 100 of the text")] = 'L';
    Listed listed = Listed.of(new Jffs2(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("bin/text").problems())
        .extracting(Problem::code)
        .containsExactly("jffs2.data-crc");
    assertThat(listed.bytes("bin/text")).hasSameSizeAs(FlashTree.TEXT);
    assertThat(listed.bytes("bin/noise")).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void isFoundInTheMiddleOfABlobWithItsErasedFlash() throws Exception {
    byte[] image = image("-b --pad=524288 -e 65536");
    byte[] blob = new byte[image.length + 3 * (1 << 16)];
    Arrays.fill(blob, 0, 8192, (byte) 0x5A);
    System.arraycopy(image, 0, blob, 1 << 16, image.length);
    Arrays.fill(blob, blob.length - 8192, blob.length, (byte) 0x5A);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).contains("0x00010000.linux.jffs2");
    assertThat(parts.bytes("0x00010000.linux.jffs2")).isEqualTo(image);
  }

  @Test
  void survivesDamage() throws Exception {
    Hostile.survives(new Jffs2(), image("-b -n -X lzo"));
  }
}
