package dev.assay.formats.f2fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On images that mkfs.f2fs and sload.f2fs wrote. */
class F2fsTest {
  private static final int BLOCK = 4096;
  private static final String EMPTY = "truncate -s 96M image && mkfs.f2fs -q ";
  private static final String LOAD = " image && sload.f2fs -f tree ";

  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
  }

  private byte[] image(String make, String load) throws Exception {
    return tree.image("sload.f2fs", EMPTY + make + LOAD + load + " image");
  }

  private static Listed listed(byte[] image) {
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(F2fs.class);
    return Listed.of(new F2fs(), Bytes.of(image));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "-O extra_attr, ''",
    "-i, ''",
  })
  void readsWhatItsWriterWrote(String make, String load) throws Exception {
    Listed listed = listed(image(make, load));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(04755);
  }

  @Test
  void readsDirectoriesOfManyBlocksAndFilesOfManyNodes() throws Exception {
    Path many = Files.createDirectories(directory.resolve("tree/many"));
    for (int i = 0; i < 1500; i++) {
      Files.writeString(many.resolve("a-name-that-takes-several-slots-" + i), "" + i);
    }
    byte[] large = new byte[13_000_000];
    new Random(5).nextBytes(large);
    Files.write(directory.resolve("tree/large"), large);
    Listed listed = listed(image("", ""));
    FlashTree.assertHolds(listed);
    assertThat(listed.bytes("large")).isEqualTo(large);
    assertThat(listed.paths()).filteredOn(path -> path.startsWith("many/")).hasSize(1500);
    assertThat(listed.text("many/a-name-that-takes-several-slots-1499")).isEqualTo("1499");
  }

  /** The writer as Debian builds it does not compress, so its image is altered as Linux would. */
  @Test
  void readsClustersThatAreCompressed() throws Exception {
    byte[] image = image("-O extra_attr,compression", "");
    ByteBuffer numbers = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int inode = inodeOf("zeros", image);
    int addresses = inode + 360 + numbers.getShort(inode + 360);
    numbers.putInt(inode + 80, numbers.getInt(inode + 80) | 4);
    image[inode + 392] = 1;
    image[inode + 393] = 2;
    byte[] text = Arrays.copyOf(FlashTree.TEXT, 16 * BLOCK);
    for (int cluster = 0; cluster < 3; cluster++) {
      byte[] packed = lz4(Arrays.copyOfRange(text, cluster * 4 * BLOCK, (cluster + 1) * 4 * BLOCK));
      byte[] stored = Arrays.copyOf(packed, 2 * BLOCK);
      Arrays.fill(stored, 0, 24, (byte) 0);
      ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).putInt(0, packed.length - 24);
      int at = addresses + 16 * cluster;
      int first = numbers.getInt(at);
      int second = numbers.getInt(at + 4);
      System.arraycopy(stored, 0, image, first * BLOCK, BLOCK);
      System.arraycopy(stored, BLOCK, image, second * BLOCK, BLOCK);
      numbers.putInt(at, -2).putInt(at + 4, first).putInt(at + 8, second).putInt(at + 12, 0);
    }
    byte[] expected = Arrays.copyOf(Arrays.copyOf(text, 12 * BLOCK), 50_000);
    assertThat(listed(image).bytes("bin/zeros")).isEqualTo(expected);
    image[inode + 392] = 3;
    assertThatThrownBy(() -> listed(image).bytes("bin/zeros"))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.problem().code()).isEqualTo("f2fs.algorithm"));
  }

  private static int inodeOf(String name, byte[] image) {
    byte[] expected = name.getBytes(StandardCharsets.US_ASCII);
    int at = 0;
    while (!Bytes.of(image).has(at + 92, expected)) {
      at += BLOCK;
    }
    return at;
  }

  /** Behind 24 bytes for the header. */
  private static byte[] lz4(byte[] content) {
    var compressor = new io.airlift.compress.v3.lz4.Lz4JavaCompressor();
    byte[] packed = new byte[24 + compressor.maxCompressedLength(content.length)];
    int length = compressor.compress(content, 0, content.length, packed, 24, packed.length - 24);
    return Arrays.copyOf(packed, 24 + length);
  }

  @Test
  void isFoundInADump() throws Exception {
    byte[] image = image("", "");
    byte[] dump = new byte[image.length + 0x20000];
    System.arraycopy(image, 0, dump, 0x10000, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(dump));
    assertThat(parts.paths()).containsExactly("0x00010000.linux.f2fs");
    assertThat(parts.bytes("0x00010000.linux.f2fs")).isEqualTo(image);
  }

  @Test
  void theSecondSuperblockAndTheOtherCheckpointStandIn() throws Exception {
    byte[] image = image("", "");
    ByteBuffer numbers = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int first = numbers.getInt(1024 + 76) * BLOCK;
    Arrays.fill(image, 1024, 2048, (byte) 0);
    FlashTree.assertHolds(listed(image));
    int newer =
        numbers.getLong(first) > numbers.getLong(first + 512 * BLOCK) ? first : first + 512 * BLOCK;
    image[newer] ^= 1;
    assertThat(listed(image).problems).extracting(Problem::code).doesNotContain("f2fs.checkpoint");
    image[first] ^= 4;
    image[first + 512 * BLOCK] ^= 4;
    assertThat(listed(image).problems).extracting(Problem::code).contains("f2fs.checkpoint");
  }

  @Test
  void aCheckpointWithAWrongSumIsReadIfThereIsNoOtherAndSaysSo() throws Exception {
    byte[] image = image("", "");
    int first = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(1024 + 76) * BLOCK;
    // Elapsed time: nothing depends on it but the checksum.
    image[first + 168] ^= 1;
    image[first + 512 * BLOCK + 168] ^= 1;
    Listed listed = listed(image);
    assertThat(listed.problems).extracting(Problem::code).contains("f2fs.checkpoint-crc");
    assertThat(listed.paths()).isNotEmpty();
  }

  @Test
  void anImageCutShortSaysSo() throws Exception {
    byte[] image = image("", "");
    assertThat(listed(Arrays.copyOf(image, image.length - BLOCK)).problems)
        .extracting(Problem::code)
        .contains("f2fs.truncated");
  }

  @Test
  void survivesDamage() throws Exception {
    byte[] written = image("-O extra_attr", "");
    Seeds.plant(new F2fs(), written);
    Bytes image = Bytes.of(written);
    List<Long> used = used(image);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      Bytes damaged = image;
      for (int change = 0; change <= i % 6; change++) {
        long block = used.get(random.nextInt(used.size()));
        damaged =
            patched(damaged, block * BLOCK + random.nextInt(i % 2 == 0 ? 512 : BLOCK), random);
      }
      Hostile.read(new F2fs(), damaged);
    }
    for (int i = 0; i < 64; i++) {
      Hostile.read(new F2fs(), image.slice(0, image.size() * i / 64));
    }
  }

  /** Blocks that are not zeros. */
  private static List<Long> used(Bytes image) {
    byte[] zeros = new byte[BLOCK];
    return LongStream.range(0, image.size() / BLOCK)
        .filter(block -> !image.has(block * BLOCK, zeros))
        .boxed()
        .toList();
  }

  private static Bytes patched(Bytes image, long at, Random random) {
    byte[] patch = {(byte) (random.nextBoolean() ? 0xFF : random.nextInt(256))};
    return SplicedBytes.of(
        List.of(
            new Piece(image, 0, at),
            new Piece(Bytes.of(patch), 0, 1),
            new Piece(image, at + 1, image.size() - at - 1)));
  }
}
