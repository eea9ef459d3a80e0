package dev.assay.formats.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Malformed;
import dev.assay.formats.Tool;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 12, 16})
  void readsWhatTheWriterWrites(int bits) {
    byte[] packed = Tool.filter(FlashTree.TEXT, "compress", "-c", "-b", "" + bits);
    Encoding format = (Encoding) Formats.of(Bytes.of(packed)).orElseThrow();
    Encoding.Decoded decoded = format.decode(Bytes.of(packed), new HeapMemory());
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().toArray(1 << 20)).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void aStreamCutShortKeepsWhatIsThere() {
    byte[] packed = Tool.filter(FlashTree.TEXT, "compress", "-c");
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    byte[] kept = new Compress().decode(Bytes.of(cut), new HeapMemory()).bytes().toArray(1 << 20);
    assertThat(kept).isEqualTo(Arrays.copyOf(FlashTree.TEXT, kept.length));
    assertThat(kept.length).isGreaterThan(10_000);
  }

  @Test
  void codesThatAreNotReadAreSaidSo() {
    byte[] packed = Tool.filter(FlashTree.TEXT, "compress", "-c", "-b", "9");
    assertThat(Formats.of(Bytes.of(packed)).orElseThrow()).isInstanceOf(Compress.class);
    assertThatThrownBy(() -> new Compress().decode(Bytes.of(packed), new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("compress.bits"));
  }

  @Test
  void damageEndsInProblemsOnly() {
    Hostile.survives(new Compress(), Tool.filter(FlashTree.TEXT, "compress", "-c"));
  }
}
