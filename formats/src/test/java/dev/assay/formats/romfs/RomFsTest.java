package dev.assay.formats.romfs;

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

class RomFsTest {
  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
  }

  @Test
  void readsWhatTheWriterWrites() throws Exception {
    byte[] image =
        tree.image(
            "genromfs",
            "mknod tree/console c 5 1 && mkfifo tree/pipe && genromfs -V long-volume-name-here"
                + " -d tree -f image");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(RomFs.class);
    Listed listed = Listed.of(new RomFs(), Bytes.of(image));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(0755);
    assertThat(listed.entry("etc").attributes().mode()).isEqualTo(0755);
    assertThat(listed.entry("etc/passwd").attributes().mode()).isEqualTo(0644);
    assertThat(listed.entry("console").attributes().device()).isEqualTo(5L << 32 | 1);
    assertThat(listed.entry("pipe").entryType()).isEqualTo(EntryType.FIFO);
  }

  @Test
  void aHeaderWithAWrongChecksumIsReadAndSaysSo() throws Exception {
    byte[] image = tree.image("genromfs", "genromfs -d tree -f image");
    String text = new String(image, StandardCharsets.ISO_8859_1);
    image[text.indexOf("passwd\0")] = 'P';
    Listed listed = Listed.of(new RomFs(), Bytes.of(image));
    assertThat(listed.entry("etc/Passwd").problems())
        .extracting(Problem::code)
        .containsExactly("romfs.checksum");
    assertThat(listed.text("etc/Passwd")).startsWith("root:");
  }

  @Test
  void chainsThatMeetEndInAProblem() throws Exception {
    byte[] image = tree.image("genromfs", "genromfs -d tree -f image");
    // The root's second header, `..`, is followed by the root's first.
    int second = 32 + 32;
    image[second + 2] = 0;
    image[second + 3] = 0x20;
    Listed listed = Listed.of(new RomFs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).contains("romfs.directory");
  }

  @Test
  void aTruncatedVolumeGivesWhatIsThere() throws Exception {
    byte[] image = tree.image("genromfs", "genromfs -d tree -f image");
    Listed listed = Listed.of(new RomFs(), Bytes.of(Arrays.copyOf(image, image.length / 2)));
    assertThat(listed.problems).extracting(Problem::code).contains("romfs.truncated");
    assertThat(listed.entries).isNotEmpty();
  }

  @Test
  void isFoundInTheMiddleOfABlob() throws Exception {
    byte[] image = tree.image("genromfs", "genromfs -d tree -f image");
    byte[] blob = new byte[image.length + 20_000];
    System.arraycopy(image, 0, blob, 4096, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).containsExactly("0x00001000.linux.romfs");
    FlashTree.assertHolds(Listed.of(new RomFs(), Bytes.of(parts.bytes("0x00001000.linux.romfs"))));
  }

  @Test
  void survivesDamage() throws Exception {
    Hostile.survives(new RomFs(), tree.image("genromfs", "genromfs -d tree -f image"));
  }
}
