package dev.assay.formats.fat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.disk.Mbr;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FatTest {
  private static final String LONG = "a rather long näme with spaces.config";

  @TempDir Path directory;

  private byte[] image(int width, int kilobytes) throws Exception {
    FlashTree tree = FlashTree.in(directory);
    Assumptions.assumeTrue(dev.assay.formats.Tool.isInstalled("mcopy"), "mcopy is installed");
    return tree.image(
        "mkfs.fat",
        "export LC_ALL=C.UTF-8 && truncate -s %dK image && mkfs.fat -F %d -s 1 -n LABEL image"
                .formatted(kilobytes, width)
            + " && mmd -i image ::/etc ::/etc/sub && mcopy -i image tree/bin/noise ::/NOISE.BIN"
            + " && mcopy -i image tree/bin/text ::/etc/sub/text"
            + " && mcopy -i image tree/etc/nothing ::/etc/nothing"
            + " && mcopy -i image tree/etc/passwd '::/etc/"
            + LONG
            + "'");
  }

  /** As systems take it, whatever the number of clusters. */
  @Test
  void aSmallDiskMayHaveEntriesOf32Bits() throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image("mkfs.fat", "truncate -s 1500K image && mkfs.fat -F 32 -s 1 image 2>/dev/null");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Fat.class);
    assertThat(FatGeometry.of(Bytes.of(image)).orElseThrow().width()).isEqualTo(32);
    assertThat(Listed.of(new Fat(), Bytes.of(image)).problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12, 1000", "16, 5000", "32, 34000"})
  void readsWhatTheWriterWrites(int width, int kilobytes) throws Exception {
    byte[] image = image(width, kilobytes);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Fat.class);
    assertThat(new Mbr().recognises(Bytes.of(image))).isFalse();
    assertThat(FatGeometry.of(Bytes.of(image)).orElseThrow().width()).isEqualTo(width);
    Listed listed = Listed.of(new Fat(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths())
        .containsExactlyInAnyOrder(
            "etc", "NOISE.BIN", "etc/sub", "etc/nothing", "etc/" + LONG, "etc/sub/text");
    assertThat(listed.bytes("NOISE.BIN")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.bytes("etc/sub/text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("etc/nothing")).isEmpty();
    assertThat(listed.text("etc/" + LONG)).startsWith("root:");
  }

  @Test
  void chainsThatMeetEndInAProblem() throws Exception {
    byte[] image = image(16, 5000);
    FatGeometry geometry = FatGeometry.of(Bytes.of(image)).orElseThrow();
    // Entries of the root: label, etc, NOISE.BIN; the file now starts in the directory's cluster.
    int root = (int) geometry.rootAt();
    image[root + 2 * 32 + 26] = image[root + 32 + 26];
    Listed listed = Listed.of(new Fat(), Bytes.of(image));
    assertThat(listed.entry("NOISE.BIN").problems())
        .extracting(Problem::code)
        .containsExactly("fat.cross-link", "fat.size");
    assertThat(listed.bytes("etc/sub/text")).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void aDirectoryLongerThanTheLimitSaysThatItIsCut() throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image("mkfs.fat", "truncate -s 5000K image && mkfs.fat -F 16 -s 1 image");
    FatGeometry geometry = FatGeometry.of(Bytes.of(image)).orElseThrow();
    // A directory `A` of clusters 2 to 5000, all of them deleted entries.
    ByteBuffer fat = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    for (int cluster = 2; cluster < 5000; cluster++) {
      fat.putShort((int) geometry.fatAt() + 2 * cluster, (short) (cluster + 1));
    }
    Arrays.fill(image, (int) geometry.at(2), (int) geometry.at(5001), (byte) 0xE5);
    int root = (int) geometry.rootAt();
    System.arraycopy("A          ".getBytes(StandardCharsets.US_ASCII), 0, image, root, 11);
    image[root + 11] = 0x10;
    image[root + 26] = 2;
    Listed listed = Listed.of(new Fat(), Bytes.of(image));
    assertThat(listed.entry("A").problems())
        .extracting(Problem::code)
        .containsExactly("fat.directory");
  }

  @Test
  void anImageThatEndsInItsFatIsListedAsFarAsItGoes() throws Exception {
    byte[] image = image(32, 34_000);
    FatGeometry geometry = FatGeometry.of(Bytes.of(image)).orElseThrow();
    byte[] cut = Arrays.copyOf(image, (int) geometry.fatAt() + 600);
    Listed listed = Listed.of(new Fat(), Bytes.of(cut));
    assertThat(listed.problems).extracting(Problem::code).containsOnly("fat.truncated");
  }

  @Test
  void aRootDirectoryThatIsCutIsListedAsFarAsItGoes() throws Exception {
    byte[] image = image(16, 5000);
    long root = FatGeometry.of(Bytes.of(image)).orElseThrow().rootAt();
    Listed listed = Listed.of(new Fat(), Bytes.of(Arrays.copyOf(image, (int) root + 100)));
    assertThat(listed.paths()).containsExactly("etc", "NOISE.BIN");
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    Hostile.survives(new Fat(), image(12, 1000));
  }

  @Test
  void damagedRemainsAreToldOrRefused() throws Exception {
    byte[] image = image(12, 1000);
    FatGeometry geometry = FatGeometry.of(Bytes.of(image)).orElseThrow();
    image[(int) geometry.at(geometry.clusters() + 1)] = 1;
    assertThat(tellsRemains(Bytes.of(image)))
        .containsExactly("first entries of the FAT", "unused clusters");
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = image.clone();
      for (int change = 0; change < 4; change++) {
        damaged[random.nextInt(round % 2 == 0 ? 1024 : 0x4000)] = (byte) random.nextInt(256);
      }
      tellsRemains(Bytes.of(damaged));
    }
  }

  /** Kinds of what no file holds, as far as it is told. */
  static Set<String> tellsRemains(Bytes image) {
    Set<String> kinds = new TreeSet<>();
    try {
      FatRemains.of(
          image,
          new FatRemains.Taker() {
            @Override
            public void entry(String path, Block entry, List<Block> longName) {
              assertThat(entry.size()).isEqualTo(32);
            }

            @Override
            public void hidden(String what, Bytes bytes) {
              assertThat(bytes.size()).isPositive();
              kinds.add(what);
            }
          });
    } catch (Malformed refused) {
      // Such an image is compared as bytes.
    }
    return kinds;
  }
}
