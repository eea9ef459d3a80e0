package dev.assay.formats.lzma;

import static dev.assay.formats.stream.Streams.assertCarves;
import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.assertLeavesTrailingData;
import static dev.assay.formats.stream.Streams.assertReportsDamage;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Hostile;
import dev.assay.formats.Tool;
import dev.assay.formats.stream.Nowhere;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class LzmaAloneTest {
  private static final LzmaAlone FORMAT = new LzmaAlone();

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
  void doesNotRecogniseHeadersThatNoWriterWrites() {
    byte[] stream = compressed(text(5000));
    int[][] changes = {{0, 225}, {1, 1}, {4, 0x40}, {12, 1}, {13, 7}};
    for (int[] change : changes) {
      byte[] other = stream.clone();
      other[change[0]] = (byte) change[1];
      assertThat(FORMAT.recognises(Bytes.of(other)))
          .as("byte %d is %d", change[0], change[1])
          .isFalse();
    }
  }

  @Test
  void decodesAStreamOfAnnouncedSize() {
    assertDecodes(FORMAT, withSize(text(70_000)), text(70_000));
    assertLeavesTrailingData(FORMAT, withSize(text(70_000)), text(70_000));
  }

  @Test
  void decodesAStreamThatAnnouncesItsSizeAndMarksItsEnd() {
    for (int size : new int[] {1, 100, 5000, 3_000_000}) {
      assertDecodes(FORMAT, withSizeAndMarker(size), text(size));
      assertLeavesTrailingData(FORMAT, withSizeAndMarker(size), text(size));
    }
  }

  @Test
  void reportsAStreamThatIsLongerThanItAnnounces() {
    byte[] longer = withSizeAndMarker(70_000);
    longer[5]--;
    assertThat(FORMAT.decode(Bytes.of(longer), new Nowhere()).problems())
        .extracting(Problem::code)
        .containsExactly("lzma.damaged");
  }

  private static byte[] withSizeAndMarker(int size) {
    byte[] stream = compressed(text(size));
    ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).putLong(5, size);
    return stream;
  }

  private static byte[] withSize(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream writer =
        new org.tukaani.xz.LZMAOutputStream(
            out, new org.tukaani.xz.LZMA2Options(), content.length)) {
      writer.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, compressed(text(20_000)));
  }

  private static byte[] compressed(byte[] content) {
    return Tool.filter(content, "xz", "-c", "--format=lzma");
  }
}
