package dev.assay.formats.lzop;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import dev.assay.model.Problem;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LzopTest {
  private static final Lzop FORMAT = new Lzop();

  /** Behind a header without a name, and the sizes of the first block. */
  private static final int FIRST_CHECKSUM = 38 + 8;

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
  void decodesEveryMethodAndChecksum() {
    for (String option : new String[] {"-1", "-3", "-9", "-C", "-F", "--crc32"}) {
      assertDecodes(FORMAT, Tool.filter(text(600_000), "lzop", "-c", option), text(600_000));
    }
  }

  @Test
  void checksumsOfBothKindsAreHeldAgainstTheContent() {
    for (String option : new String[] {"-3", "--crc32"}) {
      byte[] stream = Tool.filter(text(1000), "lzop", "-c", option);
      stream[FIRST_CHECKSUM] ^= 1;
      assertThat(FORMAT.decode(Bytes.of(stream), new HeapMemory()).problems())
          .as(option)
          .extracting(Problem::code)
          .containsExactly("lzop.checksum");
    }
  }

  @Test
  void decodesBlocksThatAreStored() {
    byte[] noise = new byte[300_000];
    new Random(5).nextBytes(noise);
    assertDecodes(FORMAT, compressed(noise), noise);
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "lzop", "-c");
  }
}
