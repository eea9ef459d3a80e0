package dev.assay.formats.ubi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UbiTest {
  private static final int BLOCK = 128 << 10;
  private static final int DATA_AT = 4096;
  private static final int DATA = BLOCK - DATA_AT;

  @TempDir Path directory;

  private FlashTree tree;
  private byte[] root;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
    root = new byte[5 * DATA];
    new Random(3).nextBytes(root);
    Files.write(directory.resolve("root"), root);
    Files.write(directory.resolve("kernel"), FlashTree.TEXT);
    Files.writeString(
        directory.resolve("ini"),
        """
        [a]
        mode=ubi
        image=root
        vol_id=0
        vol_type=dynamic
        vol_name=rootfs
        vol_size=2MiB
        vol_flags=autoresize
        [b]
        mode=ubi
        image=kernel
        vol_id=3
        vol_type=static
        vol_name=kernel
        [c]
        mode=ubi
        vol_id=4
        vol_type=dynamic
        vol_size=1MiB
        vol_name=data
        """);
  }

  private byte[] image() throws Exception {
    return tree.image("ubinize", "ubinize -Q 77 -p 128KiB -m 2048 -o image ini");
  }

  private void assertHolds(Listed listed) {
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths()).containsExactly("rootfs", "kernel", "data");
    assertThat(listed.bytes("rootfs")).isEqualTo(root);
    assertThat(listed.bytes("kernel")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("data")).isEmpty();
  }

  @Test
  void readsTheVolumesThatTheWriterWrote() throws Exception {
    byte[] image = image();
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Ubi.class);
    assertHolds(Listed.of(new Ubi(), Bytes.of(image)));
  }

  @Test
  void theOrderOfEraseBlocksDoesNotMatter() throws Exception {
    byte[] image = image();
    List<Integer> order =
        IntStream.range(0, image.length / BLOCK).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(11));
    byte[] shuffled = new byte[image.length];
    for (int i = 0; i < order.size(); i++) {
      System.arraycopy(image, order.get(i) * BLOCK, shuffled, i * BLOCK, BLOCK);
    }
    assertHolds(Listed.of(new Ubi(), Bytes.of(shuffled)));
  }

  @Test
  void theBlockWithTheHigherSequenceNumberCounts() throws Exception {
    byte[] image = image();
    int third = blockOf(image, 0, 2);
    byte[] grown = Arrays.copyOf(image, image.length + 2 * BLOCK);
    copy(grown, third, image.length, 500, "newest");
    copy(grown, third, image.length + BLOCK, 400, "older");
    byte[] found = Listed.of(new Ubi(), Bytes.of(grown)).bytes("rootfs");
    assertThat(new String(found, 2 * DATA, 6, StandardCharsets.US_ASCII)).isEqualTo("newest");
    assertThat(Arrays.copyOfRange(found, 0, 2 * DATA)).isEqualTo(Arrays.copyOf(root, 2 * DATA));
  }

  @Test
  void aCopyThatWasNotFinishedDoesNotCount() throws Exception {
    byte[] image = image();
    int third = blockOf(image, 0, 2);
    byte[] grown = Arrays.copyOf(image, image.length + BLOCK);
    copy(grown, third, image.length, 500, "torn");
    grown[image.length + 2048 + 6] = 1;
    putCrc(grown, image.length + 2048);
    assertHolds(Listed.of(new Ubi(), Bytes.of(grown)));
  }

  @Test
  void erasedBlocksReadAsErasedAndAtTheEndAreNotThere() throws Exception {
    byte[] image = image();
    int second = blockOf(image, 0, 1);
    Arrays.fill(image, second + 2048, second + BLOCK, (byte) 0xFF);
    byte[] padded = Arrays.copyOf(image, image.length + 4 * BLOCK);
    Arrays.fill(padded, image.length, padded.length, (byte) 0xFF);
    Listed listed = Listed.of(new Ubi(), Bytes.of(padded));
    assertThat(listed.problems).isEmpty();
    byte[] expected = root.clone();
    Arrays.fill(expected, DATA, 2 * DATA, (byte) 0xFF);
    assertThat(listed.bytes("rootfs")).isEqualTo(expected);
  }

  @Test
  void aStaticVolumeThatLacksABlockOrIsDamagedSaysSo() throws Exception {
    byte[] image = image();
    image[blockOf(image, 3, 0) + DATA_AT + 5] ^= 1;
    Arrays.fill(image, blockOf(image, 3, 1) + 2048, blockOf(image, 3, 1) + BLOCK, (byte) 0xFF);
    Listed listed = Listed.of(new Ubi(), Bytes.of(image));
    assertThat(listed.entry("kernel").problems())
        .extracting(Problem::code)
        .containsExactly("ubi.missing", "ubi.data-crc");
    assertThat(listed.bytes("kernel")).hasSameSizeAs(FlashTree.TEXT);
  }

  @Test
  void withoutItsTableVolumesHaveNumbers() throws Exception {
    byte[] image = image();
    for (int copy = 0; copy < 2; copy++) {
      int at = blockOf(image, VolumeHeader.INTERNAL, copy);
      Arrays.fill(image, at + DATA_AT, at + BLOCK, (byte) 0);
    }
    Listed listed = Listed.of(new Ubi(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("ubi.table");
    assertThat(listed.paths()).containsExactly("volume-0", "volume-3");
    assertThat(listed.bytes("volume-3")).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void aBlockNumberBeyondAllReasonDoesNotMakeAGiant() throws Exception {
    byte[] image = image();
    int second = blockOf(image, 0, 4);
    ByteBuffer.wrap(image).putInt(second + 2048 + 12, Integer.MAX_VALUE);
    putCrc(image, second + 2048);
    Listed listed = Listed.of(new Ubi(), Bytes.of(image));
    assertThat(listed.entry("rootfs").problems())
        .extracting(Problem::code)
        .containsExactly("ubi.gaps");
    assertThat(listed.entry("rootfs").content().orElseThrow().size())
        .isLessThan(70L * image.length);
  }

  @Test
  void twoImagesInOneDumpAreToldApartAndWhatFollowsIsAPart() throws Exception {
    byte[] image = image();
    byte[] other = tree.image("ubinize", "ubinize -Q 78 -p 128KiB -m 2048 -o image ini");
    byte[] dump = Arrays.copyOf(image, image.length + other.length + BLOCK);
    System.arraycopy(other, 0, dump, image.length, other.length);
    Listed listed = Listed.of(new Ubi(), Bytes.of(dump));
    assertThat(listed.paths())
        .contains("image-1/rootfs", "image-2/rootfs", "image-2/kernel", "after-ubi.bin");
    assertThat(listed.bytes("image-2/kernel")).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void isFoundInTheMiddleOfABlob() throws Exception {
    byte[] image = image();
    byte[] blob = new byte[image.length + 3 * BLOCK];
    Arrays.fill(blob, 0, BLOCK, (byte) 0x5A);
    System.arraycopy(image, 0, blob, BLOCK, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).contains("0x00020000.linux.ubi");
    assertThat(parts.bytes("0x00020000.linux.ubi")).isEqualTo(image);
  }

  @Test
  void survivesDamage() throws Exception {
    Hostile.survives(new Ubi(), image());
    Files.write(directory.resolve("root"), Arrays.copyOf(root, 40_000));
    Files.write(directory.resolve("kernel"), Arrays.copyOf(FlashTree.TEXT, 20_000));
    Hostile.survives(new Ubi(), tree.image("ubinize", "ubinize -Q 7 -p 16KiB -m 512 -o image ini"));
  }

  private static int blockOf(byte[] image, long volume, long number) {
    ByteBuffer buffer = ByteBuffer.wrap(image);
    for (int at = 0; at < image.length; at += BLOCK) {
      if (buffer.getInt(at + 2048 + 8) == volume && buffer.getInt(at + 2048 + 12) == number) {
        return at;
      }
    }
    throw new AssertionError("no block " + number + " of volume " + volume);
  }

  private static void copy(byte[] image, int from, int to, long sequence, String text) {
    System.arraycopy(image, from, image, to, BLOCK);
    ByteBuffer.wrap(image).putLong(to + 2048 + 40, sequence);
    putCrc(image, to + 2048);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, image, to + DATA_AT, bytes.length);
  }

  private static void putCrc(byte[] image, int header) {
    CRC32 crc = new CRC32();
    crc.update(image, header, 60);
    ByteBuffer.wrap(image).putInt(header + 60, ~(int) crc.getValue());
  }
}
