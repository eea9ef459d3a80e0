package dev.assay.formats.lz4;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;

import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import org.junit.jupiter.api.Test;

class Lz4LegacyTest {
  private static final Lz4Legacy FORMAT = new Lz4Legacy();

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
  void takesTheSizeThatLinuxAppendsForPartOfIt() {
    byte[] stream = join(compressed(text(100_000)), new byte[] {(byte) 0xA0, (byte) 0x86, 1, 0});
    assertDecodes(FORMAT, stream, text(100_000));
  }

  @Test
  void decodesSeveralBlocks() {
    assertDecodes(FORMAT, compressed(text(20 << 20)), text(20 << 20));
  }

  @Test
  void findsAStreamInABlob() {
    assertCarves(FORMAT, compressed(text(50_000)));
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "lz4", "-c", "-q", "-l");
  }
}
