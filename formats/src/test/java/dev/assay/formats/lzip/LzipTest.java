package dev.assay.formats.lzip;

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
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

class LzipTest {
  private static final Lzip FORMAT = new Lzip();

  @Test
  void decodesAMember() {
    for (int size : new int[] {1, 100, 70_000, 3_000_000}) {
      assertDecodes(FORMAT, member(text(size)), text(size));
    }
  }

  @Test
  void joinsMembers() {
    byte[] both = join(member(text(100_000)), member(text(10)));
    assertDecodes(FORMAT, both, join(text(100_000), text(10)));
  }

  @Test
  void leavesDataBehindTheLastMember() {
    assertLeavesTrailingData(FORMAT, member(text(300_000)), text(300_000));
  }

  @Test
  void keepsTheStartOfATruncatedStream() {
    assertKeepsTheStartOfATruncatedStream(FORMAT, member(text(3_000_000)), text(3_000_000));
  }

  @Test
  void reportsDamage() {
    assertReportsDamage(FORMAT, member(text(100_000)));
  }

  @Test
  void findsAMemberInABlob() {
    assertCarves(FORMAT, member(text(50_000)));
  }

  @Test
  void survivesAnything() {
    Hostile.survives(FORMAT, member(text(1000)));
  }

  @Test
  void saysWhereTheContentIsNotWhatItsSumsAreOf() {
    byte[] member = member(text(1000));
    byte[] sum = member.clone();
    sum[member.length - 20] ^= 1;
    byte[] size = member.clone();
    size[member.length - 12] ^= 1;
    assertThat(decode(FORMAT, sum).problems())
        .extracting(Problem::code)
        .containsExactly("lzip.checksum");
    assertThat(decode(FORMAT, size).problems())
        .extracting(Problem::code)
        .containsExactly("lzip.size");
  }

  private static byte[] member(byte[] content) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(new byte[] {'L', 'Z', 'I', 'P', 1, 20});
    LZMA2Options options = new LZMA2Options();
    try {
      options.setDictSize(1 << 20);
      try (LZMAOutputStream lzma = new LZMAOutputStream(data, options, true)) {
        lzma.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer trailer = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt((int) crc.getValue()).putLong(content.length).putLong(data.size() + 20L);
    data.writeBytes(trailer.array());
    return data.toByteArray();
  }
}
