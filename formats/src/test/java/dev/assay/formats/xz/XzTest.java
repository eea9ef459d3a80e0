package dev.assay.formats.xz;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.decode;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Hostile;
import dev.assay.formats.Malformed;
import dev.assay.formats.Tool;
import org.junit.jupiter.api.Test;

class XzTest {
  private static final Xz FORMAT = new Xz();

  @Test
  void decodesWhatTheToolWrites() {
    for (int size : new int[] {1, 100, 70_000, 3_000_000}) {
      assertDecodes(FORMAT, compressed(text(size)), text(size));
    }
  }

  @Test
  void leavesDataBehindTheStream() {
    assertLeavesTrailingData(FORMAT, compressed(text(300_000)), text(300_000));
  }

  @Test
  void keepsTheStartOfATruncatedStream() {
    assertKeepsTheStartOfATruncatedStream(FORMAT, compressed(text(3_000_000)), text(3_000_000));
  }

  @Test
  void reportsDamage() {
    assertReportsDamage(FORMAT, compressed(text(100_000)));
  }

  @Test
  void findsAStreamInABlob() {
    assertCarves(FORMAT, compressed(text(50_000)));
  }

  @Test
  void joinsConcatenatedStreams() {
    byte[] both = join(compressed(text(100_000)), compressed(text(10)), compressed(text(100_000)));
    assertDecodes(FORMAT, both, join(text(100_000), text(10), text(100_000)));
  }

  @Test
  void decodesWithEachKindOfCheckAndWithAFilter() {
    for (String option :
        new String[] {"--check=none", "--check=crc64", "--check=sha256", "--x86"}) {
      String[] command =
          option.equals("--x86")
              ? new String[] {"xz", "-c", option, "--lzma2"}
              : new String[] {"xz", "-c", option};
      assertDecodes(FORMAT, Tool.filter(text(50_000), command), text(50_000));
    }
  }

  @Test
  void skipsPaddingBetweenStreams() {
    byte[] both = join(compressed(text(100)), new byte[8], compressed(text(200)));
    assertDecodes(FORMAT, both, join(text(100), text(200)));
  }

  @Test
  void refusesADictionaryBeyondTheLimit() {
    byte[] stream = Tool.filter(text(100), "xz", "-c", "--lzma2=dict=256MiB");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> decode(FORMAT, stream))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("xz.memory-limit"));
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "xz", "-c", "--check=crc32");
  }
}
