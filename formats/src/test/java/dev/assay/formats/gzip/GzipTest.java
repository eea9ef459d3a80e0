package dev.assay.formats.gzip;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.codes;
import static dev.assay.formats.stream.Streams.decode;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTest {
  private static final Gzip FORMAT = new Gzip();

  @Test
  void decodesWhatTheToolWrites() {
    for (int size : new int[] {1, 100, 70_000, 3_000_000}) {
      assertDecodes(FORMAT, compressed(text(size)), text(size));
    }
  }

  /** The last bytes of a stream may stand for more than a decoder hands out at once. */
  @Test
  void decodesRepetitiveContentToItsEnd() throws IOException {
    for (String line :
        List.of("a", "http\\://www.example.org/schema/aop/aop-1.0.xsd=org/a.xsd\n")) {
      for (int size = 1; size < 200_000; size += size / 40 + 1) {
        byte[] content =
            Arrays.copyOf(
                line.repeat(size / line.length() + 1).getBytes(StandardCharsets.US_ASCII), size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(content);
        }
        assertDecodes(FORMAT, out.toByteArray(), content);
      }
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
  void decodesTheSameBytesWithTheNativeLibraryThatComesInAfterAWhile() {
    byte[] content = text(30 << 20);
    byte[] stream = compressed(content);
    for (int i = 0; i < 6; i++) {
      assertDecodes(FORMAT, stream, content);
    }
    assertKeepsTheStartOfATruncatedStream(FORMAT, stream, content);
    assertLeavesTrailingData(FORMAT, stream, content);
  }

  @Test
  void readsBothOfTwoEqualLargeMembers() {
    // libdeflate does not say where a stream ended, and the trailer of the second member fits the
    // first as well.
    byte[] member = compressed(text(25 << 20));
    for (int i = 0; i < 4; i++) {
      assertDecodes(FORMAT, join(member, member), join(text(25 << 20), text(25 << 20)));
    }
  }

  @Test
  void reportsAWrongTrailerAndKeepsTheContent() {
    byte[] stream = compressed(text(1000));
    stream[stream.length - 8] ^= 1;
    assertThat(codes(decode(FORMAT, stream))).containsExactly("gzip.crc");
    stream[stream.length - 8] ^= 1;
    stream[stream.length - 4] ^= 1;
    assertThat(codes(decode(FORMAT, stream))).containsExactly("gzip.size");
    assertThat(decode(FORMAT, stream).bytes().toArray(1000)).isEqualTo(text(1000));
  }

  @Test
  void checksTheHeadersOwnChecksum() {
    byte[] stream = compressed(text(100));
    byte[] header = Arrays.copyOf(stream, 10);
    header[3] = 2;
    CRC32 crc = new CRC32();
    crc.update(header);
    byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    byte[] rest = Arrays.copyOfRange(stream, 10, stream.length);
    assertDecodes(FORMAT, join(header, sum, rest), text(100));
    sum[0] ^= 1;
    assertThat(codes(decode(FORMAT, join(header, sum, rest)))).containsExactly("gzip.header-crc");
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "gzip", "-n", "-c");
  }
}
