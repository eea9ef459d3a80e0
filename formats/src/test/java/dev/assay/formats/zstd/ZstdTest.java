package dev.assay.formats.zstd;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import org.junit.jupiter.api.Test;

class ZstdTest {
  private static final Zstd FORMAT = new Zstd();

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
  void skipsSkippableFrames() {
    byte[] skippable = {0x53, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    assertDecodes(
        FORMAT,
        join(skippable, compressed(text(5000)), skippable, compressed(text(70))),
        join(text(5000), text(70)));
    assertThat(FORMAT.recognises(Bytes.of(join(skippable, text(100))))).isFalse();
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "zstd", "-c", "-q", "-B0", "--check");
  }
}
