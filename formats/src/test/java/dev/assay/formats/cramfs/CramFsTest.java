package dev.assay.formats.cramfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CramFsTest {
  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-N little",
        "-N big",
        "-N little -z",
        "-N big -b 16384",
        "-N little -b 65536 -z",
        "-N big -p",
        "-N little -n name -e 7"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] image = tree.image("mkfs.cramfs", "mkfs.cramfs " + options + " tree image");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(CramFs.class);
    Listed listed = Listed.of(new CramFs(), Bytes.of(image));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(04755);
  }

  @ParameterizedTest
  @ValueSource(strings = {"little", "big"})
  void readsDeviceNodes(String order) throws Exception {
    byte[] image =
        tree.image(
            "mkfs.cramfs",
            "mknod tree/console c 5 1 && mknod tree/mtd b 31 2 && mkfifo tree/pipe"
                + " && mkfs.cramfs -N "
                + order
                + " tree image");
    Listed listed = Listed.of(new CramFs(), Bytes.of(image));
    assertThat(listed.entry("console").entryType()).isEqualTo(EntryType.CHARACTER_DEVICE);
    assertThat(listed.entry("console").attributes().device()).isEqualTo(5L << 32 | 1);
    assertThat(listed.entry("mtd").entryType()).isEqualTo(EntryType.BLOCK_DEVICE);
    assertThat(listed.entry("mtd").attributes().device()).isEqualTo(31L << 32 | 2);
    assertThat(listed.entry("pipe").entryType()).isEqualTo(EntryType.FIFO);
  }

  @Test
  void aDamagedBlockCostsTheRestOfItsFileAndIsReported() throws Exception {
    byte[] image = tree.image("mkfs.cramfs", "mkfs.cramfs -N little tree image");
    image[image.length - 5000] ^= 0x55;
    Listed listed = Listed.of(new CramFs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("cramfs.crc");
    assertThat(listed.text("etc/passwd")).startsWith("root:");
  }

  @Test
  void aTruncatedImageGivesWhatIsThere() throws Exception {
    byte[] image = tree.image("mkfs.cramfs", "mkfs.cramfs -N big tree image");
    Listed listed = Listed.of(new CramFs(), Bytes.of(Arrays.copyOf(image, image.length - 8192)));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("cramfs.truncated");
    assertThat(listed.paths()).contains("etc/passwd", "bin/text");
  }

  @Test
  void isFoundInTheMiddleOfABlob() throws Exception {
    byte[] image = tree.image("mkfs.cramfs", "mkfs.cramfs -N little tree image");
    byte[] blob = new byte[image.length + 20_000];
    System.arraycopy(image, 0, blob, 8192, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).containsExactly("0x00002000.linux.cramfs");
    assertThat(parts.bytes("0x00002000.linux.cramfs")).isEqualTo(image);
  }

  @Test
  void aDirectoryThatContainsItselfIsListedOnce() throws Exception {
    byte[] image = tree.image("mkfs.cramfs", "mkfs.cramfs -N little tree image");
    // The first entry of the root, `bin`, gets the data offset of the root: word 19.
    image[76 + 8] = (byte) (image[76 + 8] & 0x3F | (19 << 6 & 0xC0));
    image[76 + 9] = 19 >> 2;
    image[76 + 10] = 0;
    image[76 + 11] = 0;
    Listed listed = Listed.of(new CramFs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).contains("cramfs.directory");
    assertThat(listed.text("etc/passwd")).startsWith("root:");
  }

  @Test
  void survivesDamage() throws Exception {
    Hostile.survives(
        new CramFs(), tree.image("mkfs.cramfs", "mkfs.cramfs -N big -b 8192 tree image"));
  }
}
