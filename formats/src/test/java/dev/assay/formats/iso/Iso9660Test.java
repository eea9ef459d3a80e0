package dev.assay.formats.iso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.disk.Mbr;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Iso9660Test {
  private static final String LONG = "a rather long name of more than 31 characters.config";

  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws Exception {
    tree = FlashTree.in(directory);
  }

  private static Listed listed(byte[] image) {
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Iso9660.class);
    return Listed.of(new Iso9660(), Bytes.of(image));
  }

  @ParameterizedTest
  @CsvSource({
    "genisoimage, genisoimage -quiet -R -o image tree",
    "genisoimage, genisoimage -quiet -R -J -o image tree",
    "xorriso, xorriso -as mkisofs -quiet -R -J -o image tree",
    "xorriso, xorriso -as mkisofs -quiet -partition_offset 16 -R -o image tree",
  })
  void readsWhatTheWriterWrites(String tool, String command) throws Exception {
    byte[] image = tree.image(tool, command);
    Listed listed = listed(image);
    FlashTree.assertHolds(listed);
    assertThat(listed.paths()).noneMatch(path -> path.startsWith("[joliet]"));
    assertThat(listed.entry("bin/text").attributes().mode() & 0777).isEqualTo(0755);
    assertThat(new Iso9660().extent(Bytes.of(image), 0)).hasValue(image.length);
  }

  @Test
  void readsNamesOfJolietAndPlainNames() throws Exception {
    Files.writeString(directory.resolve("tree/etc/" + LONG), "long");
    Files.delete(directory.resolve("tree/etc/link"));
    Listed joliet =
        listed(
            tree.image(
                "genisoimage", "genisoimage -quiet -J -joliet-long -o image tree 2>/dev/null"));
    assertThat(joliet.problems).isEmpty();
    assertThat(joliet.text("etc/" + LONG)).isEqualTo("long");
    assertThat(joliet.bytes("bin/noise")).isEqualTo(FlashTree.NOISE);
    assertThat(joliet.paths()).noneMatch(path -> path.startsWith("["));
    Listed plain = listed(tree.image("genisoimage", "genisoimage -quiet -o image tree"));
    assertThat(plain.bytes("BIN/TEXT")).isEqualTo(FlashTree.TEXT);
    assertThat(plain.paths()).contains("ETC", "ETC/PASSWD").noneMatch(path -> path.contains(";"));
  }

  @Test
  void aFileThatOnlyOneTreeHasIsListed() throws Exception {
    byte[] image = tree.image("genisoimage", "genisoimage -quiet -R -J -hide noise -o image tree");
    Listed listed = listed(image);
    assertThat(listed.paths()).doesNotContain("bin/noise").contains("[joliet]/bin/noise");
    assertThat(listed.bytes("[joliet]/bin/noise")).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void readsDeviceNodesAndDeepDirectories() throws Exception {
    String deep = "d/e/e/p/e/r/t/h/a/n/e/i/g/h/t";
    Files.createDirectories(directory.resolve("tree/" + deep));
    Files.writeString(directory.resolve("tree/" + deep + "/file"), "deep");
    Listed listed =
        listed(
            tree.image(
                "genisoimage",
                "mknod tree/etc/null c 1 3 && mkfifo tree/etc/pipe"
                    + " && genisoimage -quiet -R -o image tree 2>/dev/null"));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("etc/null").entryType()).isEqualTo(EntryType.CHARACTER_DEVICE);
    assertThat(listed.entry("etc/null").attributes().device()).isEqualTo(1L << 32 | 3);
    assertThat(listed.entry("etc/pipe").entryType()).isEqualTo(EntryType.FIFO);
    assertThat(listed.text(deep + "/file")).isEqualTo("deep");
  }

  /** Older writers say of the directory of moved ones that it was moved itself. */
  @Test
  void readsADirectoryOfMovedOnesThatCountsAsMoved() throws Exception {
    String deep = "d/e/e/p/e/r/t/h/a/n/e/i/g/h/t";
    Files.createDirectories(directory.resolve("tree/" + deep));
    Files.writeString(directory.resolve("tree/" + deep + "/file"), "deep");
    byte[] image = tree.image("genisoimage", "genisoimage -quiet -R -o image tree 2>/dev/null");
    String text = new String(image, StandardCharsets.ISO_8859_1);
    int record = text.indexOf("\bRR_MOVED");
    int times = text.indexOf("TF", record);
    assertThat(times).isBetween(record, record + 100);
    image[times] = 'R';
    image[times + 1] = 'E';
    Listed listed = listed(image);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text(deep + "/file")).isEqualTo("deep");
    assertThat(listed.paths()).noneMatch(path -> path.contains("moved"));
  }

  @Test
  void readsCompressedFiles() throws Exception {
    byte[] image =
        tree.image(
            "xorriso",
            "xorriso -outdev image -blank as_needed -map tree / -find / -type f -exec set_filter"
                + " --zisofs -- -commit >/dev/null 2>&1");
    assertThat(image.length).isLessThan(FlashTree.TEXT.length + FlashTree.NOISE.length + 400_000);
    Listed listed = listed(image);
    assertThat(listed.bytes("bin/text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("bin/zeros")).isEqualTo(new byte[50_000]);
    assertThat(listed.bytes("bin/noise")).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void listsABootImageThatIsNoFile() throws Exception {
    String boot = "genisoimage -quiet -R -b bin/noise -c boot.cat -no-emul-boot";
    byte[] image = tree.image("genisoimage", boot + " -o image tree");
    assertThat(listed(image).paths()).noneMatch(path -> path.startsWith("[boot"));
    byte[] hidden = tree.image("genisoimage", boot + " -hide noise -hide boot.cat -o image tree");
    Listed listed = listed(hidden);
    assertThat(Arrays.copyOf(listed.bytes("[boot-1]"), FlashTree.NOISE.length))
        .isEqualTo(FlashTree.NOISE);
  }

  @Test
  void aDiscThatIsADiskAsWellIsADisc() throws Exception {
    byte[] image =
        tree.image(
            "xorriso",
            "xorriso -as mkisofs -quiet -R --protective-msdos-label -partition_offset 16"
                + " -o image tree");
    assertThat(new Mbr().recognises(Bytes.of(image))).isTrue();
    assertThat(listed(image).paths()).contains("[system-area]", "bin/text");
  }

  @Test
  void aDiscCutShortIsListedAndSaysSo() throws Exception {
    byte[] image = tree.image("genisoimage", "genisoimage -quiet -R -no-pad -o image tree");
    Listed listed = listed(Arrays.copyOf(image, image.length - 100_000));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("iso.truncated");
    assertThat(listed.entries)
        .anySatisfy(
            entry ->
                assertThat(entry.problems())
                    .extracting(Problem::code)
                    .containsExactly("iso.extent"));
    assertThat(listed.text("etc/passwd")).startsWith("root:");
  }

  @Test
  void aDirectoryThatContainsItselfEnds() throws Exception {
    byte[] image = tree.image("genisoimage", "genisoimage -quiet -R -o image tree");
    ByteBuffer disc = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int root = disc.getInt(16 * 2048 + 156 + 2);
    int empty = new String(image, StandardCharsets.ISO_8859_1).lastIndexOf("EMPTY");
    disc.putInt(empty - 33 + 2, root);
    Listed listed = listed(image);
    assertThat(listed.problems).extracting(Problem::code).containsExactly("iso.cycle");
    assertThat(listed.text("etc/passwd")).startsWith("root:");
  }

  @Test
  void whatFollowsTheLastBlockIsAMember() throws Exception {
    byte[] image = tree.image("genisoimage", "genisoimage -quiet -R -o image tree");
    byte[] longer = Arrays.copyOf(image, image.length + 3000);
    longer[image.length + 5] = 'x';
    assertThat(listed(longer).bytes("[trailing]")).hasSize(3000);
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    byte[] image = tree.image("genisoimage", "genisoimage -quiet -R -J -o image tree/etc");
    Hostile.survives(new Iso9660(), image);
    byte[] descriptors = image.clone();
    for (int at = 32768; at < 60_000; at += 7) {
      byte kept = descriptors[at];
      descriptors[at] = (byte) 0xFF;
      Hostile.read(new Iso9660(), descriptors);
      descriptors[at] = kept;
    }
  }
}
