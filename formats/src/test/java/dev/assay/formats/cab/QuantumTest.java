package dev.assay.formats.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.codec.ForgedQuantum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No writer of Quantum is to be had, so cabinets are forged; cabextract reads them too. */
class QuantumTest {
  private static final int DATA = 36 + 8 + 16 + 2;

  @TempDir Path directory;

  /** Of all selectors; long enough that models are ordered anew. */
  private static byte[] mixed() {
    return Forged.little()
        .bytes(Arrays.copyOf(FlashTree.TEXT, 90_000))
        .bytes(FlashTree.NOISE)
        .bytes(new byte[3000])
        .bytes(Arrays.copyOf(FlashTree.TEXT, 60_000))
        .bytes(Arrays.copyOf(FlashTree.NOISE, 40_001))
        .toArray();
  }

  private static byte[] cabinet(byte[] content, int windowBits) {
    int method = windowBits << 8 | 7 << 4 | 2;
    return CabinetTest.forged(content, ForgedQuantum.of(content, windowBits), method);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 12, 15, 18, 21})
  void readsQuantum(int windowBits) {
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet(mixed(), windowBits)));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("f")).isEqualTo(mixed());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 15, 21})
  void anotherReaderReadsItAlike(int windowBits) throws Exception {
    Files.write(directory.resolve("x.cab"), cabinet(mixed(), windowBits));
    byte[] read = FlashTree.in(directory).image("cabextract", "cabextract -q x.cab && mv f image");
    assertThat(read).isEqualTo(mixed());
  }

  @Test
  void aDamagedFrameKeepsThoseBefore() {
    byte[] cabinet = cabinet(mixed(), 16);
    int second = DATA + 8 + Bytes.of(cabinet.clone()).block(DATA, 8).u16le(4);
    int size = Bytes.of(cabinet.clone()).block(second, 8).u16le(4);
    // What it is read as may be sound, but what follows does not fit to it.
    Arrays.fill(cabinet, second + 8, second + 8 + size, (byte) 0);
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThatThrownBy(() -> listed.bytes("f"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> {
              assertThat(partial.malformed().problem().code()).isEqualTo("cab.block");
              assertThat(partial.malformed().problem().offset()).isGreaterThanOrEqualTo(second);
              byte[] first = Arrays.copyOf(mixed(), ForgedQuantum.FRAME);
              assertThat(partial.start().slice(0, first.length).toArray(1 << 20)).isEqualTo(first);
            });
  }

  @Test
  void damageEndsInProblemsOnly() {
    Hostile.survives(new Cabinet(), cabinet(Arrays.copyOf(FlashTree.TEXT, 70_000), 15));
  }
}
