package dev.assay.formats.yaffs2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Yaffs2Test {
  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Listed listed(ForgedYaffs2 forged) {
    return Listed.of(new Yaffs2(), Bytes.of(forged.toBytes()));
  }

  /** The tree that {@link FlashTree} has. */
  private static ForgedYaffs2 whole(ForgedYaffs2 forged) {
    return forged
        .header(257, 3, 1, "etc", 0040755, 0)
        .header(258, 3, 257, "empty", 0040755, 0)
        .file(259, 257, "passwd", 0100644, text("root:x:0:0::/root:/bin/sh\n"))
        .file(260, 257, "nothing", 0100644, new byte[0])
        .header(261, 3, 1, "bin", 0040755, 0)
        .file(262, 261, "text", 0104755, FlashTree.TEXT)
        .file(263, 261, "noise", 0100755, FlashTree.NOISE)
        .file(264, 261, "zeros", 0100644, new byte[50_000])
        .hardlink(265, 261, "same", 262)
        .symlink(266, 257, "link", "../bin/text");
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 64, 0, LITTLE_ENDIAN",
    "2048, 64, 2, BIG_ENDIAN",
    "512, 16, 0, LITTLE_ENDIAN",
    "1024, 32, 0, BIG_ENDIAN",
    "4096, 128, 2, LITTLE_ENDIAN",
    "4096, 224, 0, LITTLE_ENDIAN",
    "8192, 256, 0, BIG_ENDIAN",
  })
  void findsSizesAndByteOrder(int page, int spare, int tagsAt, String order) {
    ByteOrder bytes = order.startsWith("B") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    byte[] image = whole(new ForgedYaffs2(page, spare, tagsAt, bytes)).toBytes();
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Yaffs2.class);
    Listed listed = Listed.of(new Yaffs2(), Bytes.of(image));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(04755);
  }

  @Test
  void readsDevices() {
    Listed listed =
        listed(
            new ForgedYaffs2()
                .device(257, 1, "console", 0020600, 5 << 8 | 1)
                .device(258, 1, "pipe", 0010644, 0));
    Entry console = listed.entry("console");
    assertThat(console.entryType()).isEqualTo(EntryType.CHARACTER_DEVICE);
    assertThat(console.attributes().device()).isEqualTo(5L << 32 | 1);
    assertThat(listed.entry("pipe").entryType()).isEqualTo(EntryType.FIFO);
  }

  @Test
  void theNewerBlockCountsWhereverItLies() {
    Listed listed =
        listed(
            new ForgedYaffs2()
                .block(0x1002)
                .data(257, 1, text("new"))
                .block(0x1001)
                .file(257, 1, "file", 0100644, text("old")));
    assertThat(listed.text("file")).isEqualTo("new");
  }

  @Test
  void whatWasDeletedOrRenamedIsGone() {
    Listed listed =
        listed(
            new ForgedYaffs2()
                .file(257, 1, "deleted", 0100644, text("x"))
                .file(258, 1, "before", 0100644, text("y"))
                .header(257, 1, 4, "deleted", 0100644, 0)
                .header(258, 1, 1, "after", 0100644, 1)
                .file(259, 1, "deleted", 0100600, text("again")));
    assertThat(listed.paths()).containsExactly("after", "deleted");
    assertThat(listed.text("deleted")).isEqualTo("again");
    assertThat(listed.text("after")).isEqualTo("y");
  }

  @Test
  void aFileThatWasCutAndGrewHasAHole() {
    Listed listed =
        listed(
            new ForgedYaffs2()
                .file(257, 1, "file", 0100644, FlashTree.NOISE)
                .cut(257, 1, "file", 2048)
                .data(257, 3, text("end")));
    byte[] content = listed.bytes("file");
    assertThat(content).hasSize(4096 + 3);
    assertThat(Arrays.copyOf(content, 2048)).isEqualTo(Arrays.copyOf(FlashTree.NOISE, 2048));
    assertThat(Arrays.copyOfRange(content, 2048, 4096)).isEqualTo(new byte[2048]);
  }

  @Test
  void readsTagsThatRepeatTheHeader() {
    Listed listed =
        listed(
            new ForgedYaffs2()
                .extended(257, 3, 1, "dir", 0040700, 0)
                .extended(258, 1, 257, "file", 0100644, 3)
                .data(258, 1, text("abc")));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("dir/file")).isEqualTo("abc");
  }

  @Test
  void aDamagedPageIsReportedAndTheRestRead() {
    byte[] image = whole(new ForgedYaffs2().file(300, 1, "first", 0100644, text("abc"))).toBytes();
    Arrays.fill(image, 2112 * 30, 2112 * 31, (byte) 0x55);
    Listed listed = Listed.of(new Yaffs2(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("yaffs2.page");
    assertThat(listed.text("first")).isEqualTo("abc");
    assertThat(listed.bytes("bin/noise")).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void aSizeBeyondAllReasonIsRefused() {
    Listed listed = listed(new ForgedYaffs2().header(257, 1, 1, "giant", 0100644, 0x7FFF_0000L));
    assertThat(listed.entry("giant").problems())
        .extracting(Problem::code)
        .containsExactly("yaffs2.size");
  }

  @Test
  void linksAndDirectoriesInCirclesEnd() {
    Listed listed =
        listed(
            new ForgedYaffs2()
                .hardlink(257, 1, "a", 258)
                .hardlink(258, 1, "b", 257)
                .header(259, 3, 259, "self", 0040755, 0)
                .header(260, 3, 1, "loop", 0040755, 0)
                .hardlink(261, 260, "up", 1));
    assertThat(listed.paths()).containsExactly("a", "b", "loop", "loop/up");
    assertThat(listed.problems)
        .extracting(Problem::code)
        .containsExactly("yaffs2.cycle", "yaffs2.lost");
    assertThat(listed.entry("a").problems())
        .extracting(Problem::code)
        .containsExactly("yaffs2.link");
  }

  @Test
  void isFoundInTheMiddleOfABlob() {
    byte[] image = whole(new ForgedYaffs2()).toBytes();
    byte[] blob = new byte[image.length + 300_000];
    System.arraycopy(image, 0, blob, 8192, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).containsExactly("0x00002000.yaffs2");
    assertThat(parts.bytes("0x00002000.yaffs2")).isEqualTo(image);
  }

  @Test
  void textAndZerosAreNoImage() {
    assertThat(new Yaffs2().recognises(Bytes.of(new byte[100_000]))).isFalse();
    assertThat(new Yaffs2().recognises(Bytes.of(FlashTree.TEXT))).isFalse();
    assertThat(new Yaffs2().recognises(Bytes.of(FlashTree.NOISE))).isFalse();
  }

  @Test
  void survivesDamage() {
    Hostile.survives(
        new Yaffs2(),
        whole(new ForgedYaffs2(512, 16, 0, ByteOrder.BIG_ENDIAN)).erased(9).toBytes());
  }
}
