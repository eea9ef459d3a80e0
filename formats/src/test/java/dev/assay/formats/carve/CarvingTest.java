package dev.assay.formats.carve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content.Opening;
import dev.assay.formats.Entry;
import dev.assay.formats.Formats;
import dev.assay.formats.Listed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarvingTest {
  /** A structure is found wherever it begins among the pieces that are looked at together. */
  @ParameterizedTest
  @ValueSource(ints = {512, 262_142, 262_143, 262_144, 262_145, 2_097_150, 2_097_151, 2_097_152})
  void findsAStructureAtAnyOffset(int at) throws IOException {
    byte[] blob = noise(2_400_000);
    byte[] packed = packed("a text that is packed");
    System.arraycopy(packed, 0, blob, at, packed.length);
    assertThat(Listed.of(Formats.carving(), Bytes.of(blob)).paths())
        .contains(String.format("0x%08x.gzip", at));
  }

  @Test
  void whatIsLeftIsNotSearchedAgainButWhatWasFoundIs() throws IOException {
    byte[] blob = noise(100_000);
    byte[] packed = packed("a text that is packed");
    System.arraycopy(packed, 0, blob, 5000, packed.length);
    Listed listed = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(listed.entries)
        .extracting(Entry::path, entry -> entry.content().orElseThrow().opening())
        .contains(
            tuple("0x00000000.bin", Opening.AT_START), tuple("0x00001388.gzip", Opening.ANYWHERE));
  }

  /** A part that was not searched to its end is searched on its own. */
  @Test
  void whatIsLeftOfAnUnfinishedSearchIsSearchedAgain() throws IOException {
    byte[] blob = noise(400_000);
    byte[] packed = packed("a text that is packed");
    System.arraycopy(packed, 0, blob, 5000, packed.length);
    byte[] magic = "070701".getBytes(StandardCharsets.US_ASCII);
    for (int at = 10_000; at < 10_000 + 20_001 * magic.length; at += magic.length) {
      System.arraycopy(magic, 0, blob, at, magic.length);
    }
    Listed listed = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(listed.problems)
        .extracting(problem -> problem.code())
        .containsExactly("limit.carving");
    assertThat(listed.entries)
        .filteredOn(entry -> entry.path().endsWith(".bin"))
        .allMatch(entry -> entry.content().orElseThrow().opening() == Opening.ANYWHERE);
  }

  /** Without a byte that a magic number may begin with. */
  private static byte[] noise(int length) {
    Random random = new Random(7);
    byte[] noise = new byte[length];
    for (int i = 0; i < length; i++) {
      noise[i] = (byte) random.nextInt(0x90, 0xF0);
    }
    return noise;
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return packed.toByteArray();
  }
}
