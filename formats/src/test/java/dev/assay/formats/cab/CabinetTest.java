package dev.assay.formats.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CabinetTest {
  /** Offset of the folder's method: behind the header of 36 bytes. */
  private static final int METHOD_AT = 36 + 6;

  @TempDir Path directory;

  private byte[] cabinet(String options) throws Exception {
    return FlashTree.in(directory)
        .image(
            "gcab",
            "gcab -c "
                + options
                + " image tree/bin/text tree/bin/noise tree/etc/nothing"
                + " tree/bin/zeros");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-z"})
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] cabinet = cabinet(options);
    assertThat(Formats.of(Bytes.of(cabinet)).orElseThrow()).isInstanceOf(Cabinet.class);
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("tree/bin/text")).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("tree/bin/noise")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.bytes("tree/bin/zeros")).isEqualTo(new byte[50_000]);
    assertThat(listed.bytes("tree/etc/nothing")).isEmpty();
    assertThat(new Cabinet().extent(Bytes.of(cabinet), 0)).hasValue(cabinet.length);
  }

  @Test
  void filesOfAMethodThatIsNotReadAreListedAndSaySo() throws Exception {
    byte[] cabinet = cabinet("-z");
    cabinet[METHOD_AT] = 3;
    cabinet[METHOD_AT + 1] = 21;
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThat(listed.paths()).hasSize(4);
    assertThatThrownBy(() -> listed.bytes("tree/bin/text"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("LZX");
  }

  @Test
  void aBlockThatDoesNotMatchItsChecksumIsReadAndSaysSo() throws Exception {
    byte[] cabinet = cabinet("");
    cabinet[cabinet.length - 1] ^= 1;
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThat(listed.bytes("tree/bin/text")).isEqualTo(FlashTree.TEXT);
    assertThatThrownBy(() -> listed.bytes("tree/bin/zeros"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> {
              assertThat(partial.malformed().problem().code()).isEqualTo("cab.checksum");
              assertThat(partial.start().size()).isEqualTo(50_000);
            });
  }

  @Test
  void aDamagedBlockKeepsWhatCameBefore() throws Exception {
    byte[] cabinet = cabinet("-z");
    for (int at = cabinet.length - 3000; at < cabinet.length; at++) {
      cabinet[at] = (byte) 0xFF;
    }
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThat(listed.bytes("tree/bin/text")).isEqualTo(FlashTree.TEXT);
    assertThatThrownBy(() -> listed.bytes("tree/bin/zeros"))
        .isInstanceOfAny(Malformed.class, Content.Partial.class);
  }

  @Test
  void aFileThatGoesOnInAnotherCabinetSaysSo() throws Exception {
    byte[] cabinet = cabinet("-z");
    int files = (cabinet[16] & 0xFF) | (cabinet[17] & 0xFF) << 8;
    cabinet[files + 8] = (byte) 0xFE;
    cabinet[files + 9] = (byte) 0xFF;
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThat(listed.entries.getFirst().problems())
        .extracting(Problem::code)
        .containsExactly("cab.other-cabinet");
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    Hostile.survives(new Cabinet(), cabinet("-z"));
  }
}
