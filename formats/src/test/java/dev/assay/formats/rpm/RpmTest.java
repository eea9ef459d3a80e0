package dev.assay.formats.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Encoding;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpmTest {
  @TempDir Path directory;

  private byte[] rpm(String payload) throws Exception {
    return RpmBuild.in(directory).rpm(payload);
  }

  /** Follows encodings down to the archive. */
  private static Listed unpacked(byte[] rpm) {
    Bytes bytes = Bytes.of(rpm);
    while (Formats.of(bytes).orElseThrow() instanceof Encoding encoding) {
      Encoding.Decoded decoded = encoding.decode(bytes, new HeapMemory());
      assertThat(decoded.problems()).isEmpty();
      bytes = decoded.bytes();
    }
    return Listed.of((Container) Formats.of(bytes).orElseThrow(), bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w6.gzdio", "w6.xzdio", "w3.zstdio", "w6.lzdio", "w6.bzdio"})
  void thePayloadIsAnArchiveWhateverItsCompression(String payload) throws Exception {
    Listed listed = unpacked(rpm(payload));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("./bin/text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("./bin/noise")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.entry("./etc/link").link()).isEqualTo("../bin/text");
  }

  @Test
  void aChangedHeaderOrPayloadIsReadAndSaysSo() throws Exception {
    byte[] rpm = rpm("w6.gzdio");
    Bytes bytes = Bytes.of(rpm);
    RpmHeader signature = RpmHeader.at(bytes, 96);
    RpmHeader header = RpmHeader.at(bytes, (signature.end() + 7) / 8 * 8);
    byte[] changed = rpm.clone();
    changed[(int) header.end() - 1] ^= 1;
    changed[rpm.length - 4] ^= 1;
    assertThat(new Rpm().decode(Bytes.of(changed), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly(
            "rpm.header-digest", "rpm.header-digest", "rpm.payload-digest", "rpm.digest");
  }

  /** Packages of before 2017 have no SHA-256; without its tags this is one. */
  @Test
  void anOlderPackageIsHeldAgainstItsMd5() throws Exception {
    byte[] old = rpm("w6.gzdio");
    RpmHeader signature = RpmHeader.at(Bytes.of(old), 96);
    for (int tag : new int[] {269, 273}) {
      rename(old, (int) signature.at() + 16, signature.entries(), tag);
    }
    assertThat(new Rpm().decode(Bytes.of(old), new HeapMemory()).problems()).isEmpty();
    RpmHeader header = RpmHeader.at(Bytes.of(old), (signature.end() + 7) / 8 * 8);
    rename(old, (int) header.at() + 16, header.entries(), 5092);
    assertThat(new Rpm().decode(Bytes.of(old), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly("rpm.digest");
  }

  private static void rename(byte[] rpm, int index, int entries, int tag) {
    ByteBuffer tags = ByteBuffer.wrap(rpm);
    for (int at = index; at < index + 16 * entries; at += 16) {
      if (tags.getInt(at) == tag) {
        tags.putInt(at, 99_999);
      }
    }
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    Hostile.survives(new Rpm(), rpm("w6.gzdio"));
  }
}
