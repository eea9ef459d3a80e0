package dev.assay.formats.zlib;

import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.codes;
import static dev.assay.formats.stream.Streams.decode;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class ZlibTest {
  private static final Zlib FORMAT = new Zlib();

  @Test
  void decodesWhatTheToolWrites() {
    for (int size : new int[] {1, 100, 70_000, 3_000_000}) {
      byte[] stream = Tool.filter(text(size), "pigz", "--zlib", "--stdout");
      assertDecodes(FORMAT, stream, text(size));
    }
  }

  @Test
  void decodesEveryLevel() {
    for (int level = 0; level <= 9; level++) {
      assertDecodes(FORMAT, compressed(text(70_000), level), text(70_000));
    }
  }

  @Test
  void leavesDataBehindTheStream() {
    assertLeavesTrailingData(FORMAT, compressed(text(300_000), 6), text(300_000));
  }

  @Test
  void keepsTheStartOfATruncatedStream() {
    assertKeepsTheStartOfATruncatedStream(FORMAT, compressed(text(3_000_000), 6), text(3_000_000));
  }

  @Test
  void reportsDamage() {
    assertReportsDamage(FORMAT, compressed(text(100_000), 6));
  }

  @Test
  void tellsAChecksumThatIsWrong() {
    byte[] stream = compressed(text(100_000), 6);
    stream[stream.length - 1] ^= 1;
    assertThat(codes(decode(FORMAT, stream))).containsExactly("zlib.adler");
  }

  @Test
  void takesNoTextOrChanceForAStream() {
    assertThat(recognised("x^2 + y^2 = z^2, says the theorem\n".repeat(300))).isFalse();
    assertThat(recognised("hC".repeat(5000))).isFalse();
    Random random = new Random(4);
    byte[] noise = new byte[10_000];
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(noise);
      noise[0] = 0x78;
      noise[1] = (byte) 0x9C;
      assertThat(FORMAT.recognises(Bytes.of(noise))).isFalse();
    }
  }

  @Test
  void readsNoStreamThatNeedsADictionary() {
    Deflater deflater = new Deflater();
    deflater.setDictionary(text(1000));
    assertThat(FORMAT.recognises(Bytes.of(compressed(text(1000), deflater)))).isFalse();
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000), 6));
  }

  private static boolean recognised(String text) {
    return FORMAT.recognises(Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] compressed(byte[] content, int level) {
    return compressed(content, new Deflater(level));
  }

  private static byte[] compressed(byte[] content, Deflater deflater) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out, deflater)) {
      zlib.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
