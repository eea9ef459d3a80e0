package dev.assay.formats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What every compressed stream format must do, on streams its own tool wrote. */
public final class Streams {
  private Streams() {}

  /** Text-like content that does compress, without being all alike. */
  public static byte[] text(int size) {
    Random random = new Random(size);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 5 == 0 ? ' ' : 'a' + random.nextInt(12));
    }
    return bytes;
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static Encoding.Decoded decode(Encoding encoding, byte[] stream) {
    return encoding.decode(Bytes.of(stream), new HeapMemory());
  }

  public static List<String> codes(Encoding.Decoded decoded) {
    return decoded.problems().stream().map(Problem::code).toList();
  }

  public static void assertDecodes(Encoding encoding, byte[] stream, byte[] expected) {
    assertThat(encoding.recognises(Bytes.of(stream))).isTrue();
    Encoding.Decoded decoded = decode(encoding, stream);
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().toArray(Integer.MAX_VALUE)).isEqualTo(expected);
    assertThat(decoded.consumed()).isEqualTo(stream.length);
  }

  /** Data behind the stream is not taken for it, and {@code consumed} tells where it starts. */
  public static void assertLeavesTrailingData(Encoding encoding, byte[] stream, byte[] expected) {
    byte[] trailing = text(1000);
    Encoding.Decoded decoded = decode(encoding, join(stream, trailing));
    assertThat(decoded.bytes().toArray(Integer.MAX_VALUE)).isEqualTo(expected);
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.consumed()).isEqualTo(stream.length);
  }

  /** What stands before a cut is delivered, and the cut reported. */
  public static void assertKeepsTheStartOfATruncatedStream(
      Encoding encoding, byte[] stream, byte[] expected) {
    int cut = stream.length * 9 / 10;
    Encoding.Decoded decoded = decode(encoding, Arrays.copyOf(stream, cut));
    assertThat(codes(decoded)).singleElement().asString().endsWith(".truncated");
    assertThat(decoded.problems().getFirst().offset()).isEqualTo(cut);
    assertStarts(decoded.bytes(), expected);
    assertThat(decoded.consumed()).isEqualTo(cut);
  }

  /**
   * What stands before damage is delivered, and the damage reported; a checksum that does not match
   * is damage, too.
   */
  public static void assertReportsDamage(Encoding encoding, byte[] stream) {
    for (int at = stream.length / 4; at < stream.length; at += Math.max(1, stream.length / 40)) {
      byte[] damaged = stream.clone();
      damaged[at] ^= 0x55;
      try {
        Encoding.Decoded decoded = decode(encoding, damaged);
        boolean told = !decoded.problems().isEmpty() || decoded.consumed() < stream.length;
        assertThat(told).as("damage at %d of %d is told", at, stream.length).isTrue();
      } catch (Malformed told) {
        assertThat(told.problem().code()).isNotEmpty();
      }
    }
  }

  /** A stream in the middle of a blob is found with its length, and a magic number alone is not. */
  public static <F extends Encoding & Carvable> void assertCarves(F format, byte[] stream) {
    byte[] noise = new byte[3000];
    new Random(1).nextBytes(noise);
    Bytes blob = Bytes.of(join(noise, stream, noise));
    assertThat(format.extent(blob, noise.length)).hasValue(stream.length);
    byte[] magic = format.magics().getFirst();
    assertThat(format.extent(Bytes.of(join(magic, noise)), 0)).isEmpty();
    assertThat(Arrays.copyOf(stream, magic.length)).isEqualTo(magic);
  }

  private static void assertStarts(Bytes decoded, byte[] expected) {
    assertThat(decoded.size()).isBetween(expected.length / 2L, (long) expected.length);
    assertThat(decoded.toArray(Integer.MAX_VALUE))
        .isEqualTo(Arrays.copyOf(expected, (int) decoded.size()));
  }
}
