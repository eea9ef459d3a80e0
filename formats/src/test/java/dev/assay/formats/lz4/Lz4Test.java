package dev.assay.formats.lz4;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;

import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Lz4Test {
  private static final Lz4 FORMAT = new Lz4();

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
  void decodesIndependentBlocksWithChecksumsAndStoredOnes() {
    byte[] noise = new byte[200_000];
    new Random(5).nextBytes(noise);
    for (byte[] content : new byte[][] {noise, text(300_000)}) {
      assertDecodes(
          FORMAT,
          Tool.filter(content, "lz4", "-c", "-q", "-BI", "-B5", "-BX", "--content-size", "-9"),
          content);
    }
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "lz4", "-c", "-q", "-BD", "-B4");
  }
}
