package dev.assay.formats.jffs2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** What a log that was written to means: nodes that replace, hide and delete others. */
class Jffs2LogTest {
  private static ForgedJffs2 log() {
    return new ForgedJffs2(ByteOrder.LITTLE_ENDIAN);
  }

  private static Listed listed(ForgedJffs2 log) {
    return Listed.of(new Jffs2(), Bytes.of(log.toBytes()));
  }

  @Test
  void theLatestVersionOfANameCountsWhereverItLies() {
    Listed listed =
        listed(
            log()
                .name(1, 3, 12, "current")
                .name(1, 1, 11, "current")
                .name(1, 2, 11, "old")
                .text(11, 1, 0, 3, "old")
                .text(12, 1, 0, 3, "new"));
    assertThat(listed.paths()).containsExactly("current", "old");
    assertThat(listed.text("current")).isEqualTo("new");
    assertThat(listed.text("old")).isEqualTo("old");
  }

  @Test
  void aDeletedNameIsGoneAndOneMadeAgainIsBack() {
    Listed listed =
        listed(
            log()
                .name(1, 1, 11, "gone")
                .name(1, 2, 0, "gone")
                .name(1, 3, 11, "back")
                .name(1, 4, 0, "back")
                .name(1, 5, 11, "back")
                .text(11, 1, 0, 1, "x"));
    assertThat(listed.paths()).containsExactly("back");
  }

  @Test
  void laterDataHideWhatTheyOverlap() {
    Listed listed =
        listed(
            log()
                .name(1, 1, 11, "file")
                .text(11, 4, 3, 12, "***")
                .text(11, 1, 0, 10, "aaaaaaaaaa")
                .text(11, 2, 8, 12, "bbbb")
                .text(11, 3, 0, 12, "c"));
    assertThat(listed.text("file")).isEqualTo("caa***aabbbb");
  }

  @Test
  void aFileThatWasCutAndGrewHasAHole() {
    Listed listed =
        listed(
            log()
                .name(1, 1, 11, "file")
                .text(11, 1, 0, 10, "0123456789")
                .data(11, 2, 4, 0, 0, 0, new byte[0])
                .data(11, 3, 8, 4, 4, 1, new byte[0])
                .text(11, 4, 8, 9, "z"));
    assertThat(listed.bytes("file")).isEqualTo(new byte[] {'0', '1', '2', '3', 0, 0, 0, 0, 'z'});
  }

  @Test
  void obsoleteNodesDoNotCount() {
    Listed listed =
        listed(
            log()
                .name(1, 1, 11, "file")
                .text(11, 1, 0, 3, "old")
                .text(11, 2, 0, 3, "new")
                .obsolete(71));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("file")).isEqualTo("old");
  }

  @Test
  void twoNamesOfOneInodeAreOneFile() {
    Listed listed = listed(log().name(1, 1, 11, "a").name(1, 2, 11, "b").text(11, 1, 0, 4, "same"));
    assertThat(listed.entry("a").content()).isEqualTo(listed.entry("b").content());
    assertThat(listed.entry("a").attributes().uid()).isEqualTo(1000);
  }

  @Test
  void attributesAreReadAndTakenBack() {
    Listed listed =
        listed(
            log()
                .name(1, 1, 11, "ping")
                .text(11, 1, 0, 1, "x")
                .attribute(1, 2, "capability", new byte[] {1, 0, 0, 2})
                .attribute(2, 1, "note", new byte[] {7})
                .use(11, 1, 2)
                .use(11, 2, 4)
                .use(11, 2, 5));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("ping").attributes().xattrs())
        .containsOnlyKeys("security.capability")
        .containsEntry("security.capability", new byte[] {1, 0, 0, 2});
  }

  @Test
  void aDirectoryInsideItselfIsEnteredOnce() {
    Listed listed =
        listed(
            log()
                .name(1, 1, 5, "a")
                .name(5, 2, 5, "again")
                .inode(5, 1, 0040755, 0, 0, 0, 0, new byte[0]));
    assertThat(listed.paths()).containsExactly("a", "a/again");
    assertThat(listed.problems).extracting(Problem::code).containsExactly("jffs2.cycle");
  }

  @Test
  void wideDeviceNumbersAreRead() {
    byte[] number = {0x70, 0x03, 0x11, 0x11};
    Listed listed = listed(log().name(1, 1, 11, "big").inode(11, 1, 0060600, 4, 0, 4, 0, number));
    assertThat(listed.entry("big").attributes().device()).isEqualTo(0x103L << 32 | 0x11170);
  }

  @Test
  void aNameWhoseInodeIsLostIsListedWithAProblem() {
    Listed listed = listed(log().name(1, 1, 77, "lost"));
    assertThat(listed.entry("lost").problems())
        .extracting(Problem::code)
        .containsExactly("jffs2.inode");
  }

  @Test
  void damagedNodesAreSteppedOver() {
    Listed listed =
        listed(
            log()
                .raw((byte) 0x85, (byte) 0x19, (byte) 1, (byte) 0xE0, (byte) 1, (byte) 1)
                .raw((byte) 1, (byte) 1)
                .name(1, 1, 11, "after")
                .text(11, 1, 0, 5, "there"));
    assertThat(listed.text("after")).isEqualTo("there");
  }

  @Test
  void anUnknownCompressionIsNotTakenForAnEmptyFile() {
    Listed listed =
        listed(log().name(1, 1, 11, "x").data(11, 1, 100, 0, 100, 99, new byte[] {1, 2, 3}));
    assertThatThrownBy(() -> listed.bytes("x"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial ->
                assertThat(partial.malformed().problem().code()).isEqualTo("jffs2.compression"));
  }

  @Test
  void nodesThatCutOneAnotherToPiecesAreNotReadForEver() {
    ForgedJffs2 log = log().name(1, 1, 11, "x");
    byte[] zeros = BlockForge.zlib(new byte[1 << 19]);
    for (int i = 0; i < 40; i++) {
      log.data(11, 1 + i, 1 << 19, 0, 1 << 19, 6, zeros);
    }
    for (int i = 0; i < 2000; i++) {
      log.text(11, 100 + i, i * 200, 1 << 19, "x");
    }
    assertThat(listed(log).bytes("x")).hasSize(1 << 19);
  }

  @Test
  void readsEveryCompression() throws IOException {
    byte[] page = Arrays.copyOfRange(FlashTree.TEXT, 5000, 5000 + 4096);
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      ForgedJffs2 log = new ForgedJffs2(order);
      byte[][] stored = {
        page,
        new byte[0],
        BlockForge.rtime(page),
        RubinForge.mips(page),
        page,
        RubinForge.dynamic(page),
        BlockForge.zlib(page),
        new byte[0],
        lzma(page)
      };
      for (int i = 0; i < stored.length; i++) {
        log.name(1, 1 + i, 11 + i, "f" + i);
        log.data(11 + i, 1, 4096, 0, 4096, i, stored[i]);
      }
      Listed listed = listed(log);
      for (int i : List.of(0, 2, 3, 4, 5, 6, 8)) {
        assertThat(listed.bytes("f" + i)).as("compression " + i).isEqualTo(page);
      }
      assertThat(listed.bytes("f1")).isEqualTo(new byte[4096]);
      Hostile.survives(new Jffs2(), Arrays.copyOf(log.toBytes(), 16_000));
    }
  }

  private static byte[] lzma(byte[] page) throws IOException {
    LZMA2Options options = new LZMA2Options();
    options.setLcLp(0, 0);
    options.setPb(0);
    options.setDictSize(0x2000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LZMAOutputStream stream = new LZMAOutputStream(out, options, false)) {
      stream.write(page);
    }
    return out.toByteArray();
  }
}
