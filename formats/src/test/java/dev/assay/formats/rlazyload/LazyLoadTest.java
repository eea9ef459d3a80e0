package dev.assay.formats.rlazyload;

import static dev.assay.formats.stream.Streams.assertDecodes;
import static dev.assay.formats.stream.Streams.assertKeepsTheStartOfATruncatedStream;
import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class LazyLoadTest {
  private static final LazyLoad FORMAT = new LazyLoad();
  private static final byte[] HEAD = {'X', '\n', 0, 0, 0, 3};

  private static byte[] object(byte[] content) {
    return object(content, HEAD.length + content.length);
  }

  private static byte[] object(byte[] content, int announced) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(4).putInt(announced).array());
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(HEAD);
      zlib.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void decodesObjectsOneBehindTheOther() {
    byte[] database = join(object(text(100)), object(text(200_000)), object(text(1)));

    assertDecodes(FORMAT, database, join(HEAD, text(100), HEAD, text(200_000), HEAD, text(1)));
    assertThat(FORMAT.decode(Bytes.of(database), new HeapMemory()).type())
        .isEqualTo("application/x-r-data");
  }

  @Test
  void takesNoOtherZlibStreamForADatabase() {
    byte[] other = object(text(100));
    other[3] = 0;
    assertThat(Formats.of(Bytes.of(object(text(100))))).containsInstanceOf(LazyLoad.class);
    assertThat(FORMAT.recognises(Bytes.of(other))).isFalse();
    assertThat(FORMAT.recognises(Bytes.of(Arrays.copyOf(other, 5)))).isFalse();
  }

  @Test
  void keepsTheStartOfATruncatedDatabase() {
    assertKeepsTheStartOfATruncatedStream(
        FORMAT, object(text(3_000_000)), join(HEAD, text(3_000_000)));
  }

  @Test
  void tellsAnObjectOfAnotherSize() {
    assertThat(FORMAT.decode(Bytes.of(object(text(100), 50)), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly("rlazyload.size");
  }

  @Test
  void survivesHostileDatabases() {
    Hostile.survives(FORMAT, join(object(text(100)), object(text(2000))));
  }
}
