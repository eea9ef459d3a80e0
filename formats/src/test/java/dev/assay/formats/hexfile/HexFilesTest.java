package dev.assay.formats.hexfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that objcopy and srec_cat write. */
class HexFilesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"ihex, IntelHex", "srec, SRecord"})
  void readsWhatObjcopyWrites(String format, String reader) throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image(
                "objcopy",
                "objcopy -I binary -O "
                    + format
                    + " --change-addresses 0x0800fff0 tree/bin/noise image");
    Container container = (Container) Formats.of(Bytes.of(image)).orElseThrow();
    assertThat(container.getClass().getSimpleName()).isEqualTo(reader);
    Listed listed = Listed.of(container, Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("0x0800fff0-1.bin");
    assertThat(listed.bytes("0x0800fff0-1.bin")).isEqualTo(FlashTree.NOISE);
    Hostile.survives(container, Arrays.copyOf(image, 4000));
  }

  @ParameterizedTest
  @CsvSource({"intel", "motorola"})
  void gapsMakeTwoRuns(String format) throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image(
                "srec_cat",
                "srec_cat tree/bin/noise -binary -crop 0 0x100 0x20000 0x20100"
                    + " tree/etc/passwd -binary -offset 0x30000 -o image -"
                    + format);
    Container container = (Container) Formats.of(Bytes.of(image)).orElseThrow();
    Listed listed = Listed.of(container, Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("0x00000000-1.bin", "0x00030000-2.bin");
    assertThat(listed.bytes("0x00000000-1.bin")).isEqualTo(Arrays.copyOf(FlashTree.NOISE, 256));
    assertThat(listed.text("0x00030000-2.bin")).isEqualTo("root:x:0:0::/root:/bin/sh\n");
  }

  private static Listed intel(String text) {
    return Listed.of(new IntelHex(), Bytes.of(text));
  }

  /** The example of Intel's specification: 16 bytes at 0x0100. */
  @Test
  void aWrongChecksumIsReadAndSaysSo() {
    String line = ":10010000214601360121470136007EFE09D21901";
    Listed listed = intel(line + "41\n:00000001FF\n");
    assertThat(listed.problems).extracting(Problem::code).containsExactly("ihex.checksum");
    assertThat(listed.bytes("0x00000100-1.bin")).hasSize(16);
    assertThat(intel(line + "40\n:00000001FF\n").problems).isEmpty();
    assertThat(intel(line + "40\n").problems).extracting(Problem::code).containsExactly("ihex.end");
    assertThat(intel(line + "40\nnoise\n").paths()).containsExactly("0x00000100-1.bin");
  }

  @Test
  void textThatOnlyStartsAlikeIsNone() {
    for (String text : new String[] {":wq\n", ": 0", ":", "S", "S1", "S113", "SIZE=4\n", ":zz00"}) {
      Bytes content = Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
      assertThat(new IntelHex().recognises(content)).isFalse();
      assertThat(new SRecord().recognises(content)).isFalse();
    }
  }
}
