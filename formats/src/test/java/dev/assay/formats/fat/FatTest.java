package dev.assay.formats.fat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.disk.Mbr;
import dev.assay.model.Problem;
import java.nio.file.Path;
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
  void damageEndsInProblemsOnly() throws Exception {
    Hostile.survives(new Fat(), image(12, 1000));
  }
}
