package dev.assay.formats.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CabinetTest {
  /** Offset of the folder's method: behind the header of 36 bytes. */
  private static final int METHOD_AT = 36 + 6;

  /** Offset of the first block of a forged cabinet: behind header, folder and file. */
  private static final int LZX_DATA = 36 + 8 + 16 + 2;

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
  void filesOfAMethodThatIsNotKnownAreListedAndSaySo() throws Exception {
    byte[] cabinet = cabinet("-z");
    cabinet[METHOD_AT] = 9;
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThat(listed.paths()).hasSize(4);
    assertThatThrownBy(() -> listed.bytes("tree/bin/text"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("no known method");
  }

  private static byte[] lzx(byte[] content, boolean calls) {
    return forged(content, ForgedLzx.of(content, calls), 15 << 8 | 3);
  }

  /** One file, "f", in a folder of frames of 32 KiB. */
  static byte[] forged(byte[] content, List<byte[]> frames, int method) {
    Forged data = Forged.little();
    int left = content.length;
    for (byte[] frame : frames) {
      data.u32(0).u16(frame.length, Math.min(ForgedLzx.FRAME, left)).bytes(frame);
      left -= ForgedLzx.FRAME;
    }
    int files = 36 + 8;
    int start = LZX_DATA;
    Forged cabinet = Forged.little().text("MSCF").u32(0, start + data.size(), 0, files, 0);
    cabinet.u8(3, 1).u16(1, 1, 0, 7, 0).u32(start).u16(frames.size(), method);
    cabinet.u32(content.length, 0).u16(0, 0, 0, 0x20).text("f").u8(0);
    return cabinet.bytes(data.toArray()).toArray();
  }

  /** Text, noise and calls, so that there are literals, matches near and far, and E8. */
  private static byte[] mixed() {
    Forged mixed = Forged.little().bytes(Arrays.copyOf(FlashTree.TEXT, 90_000));
    for (int i = 0; i < 9000; i++) {
      mixed.u8(0xE8).u32(i % 3 == 0 ? 5000 - mixed.size() : i * 40L).u8(0x90);
    }
    return mixed.bytes(FlashTree.NOISE).bytes(Arrays.copyOf(FlashTree.TEXT, 60_000)).toArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsLzx(boolean calls) {
    Listed listed = Listed.of(new Cabinet(), Bytes.of(lzx(mixed(), calls)));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("f")).isEqualTo(mixed());
  }

  /** So that writer and reader here are not wrong in the same way. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherReaderReadsTheForgedLzxAlike(boolean calls) throws Exception {
    Files.write(directory.resolve("x.cab"), lzx(mixed(), calls));
    byte[] read = FlashTree.in(directory).image("cabextract", "cabextract -q x.cab && mv f image");
    assertThat(read).isEqualTo(mixed());
  }

  @Test
  void aDamagedFrameOfLzxKeepsThoseBefore() {
    byte[] cabinet = lzx(mixed(), false);
    Bytes bytes = Bytes.of(cabinet.clone());
    int second = LZX_DATA + 8 + bytes.block(LZX_DATA, 8).u16le(4);
    // Each match is then longer than what is left of its block in the end.
    int size = bytes.block(second, 8).u16le(4);
    Arrays.fill(cabinet, second + 8, second + 8 + size, (byte) 0xFF);
    Listed listed = Listed.of(new Cabinet(), Bytes.of(cabinet));
    assertThatThrownBy(() -> listed.bytes("f"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> {
              assertThat(partial.malformed().problem().code()).isEqualTo("cab.block");
              byte[] first = Arrays.copyOf(mixed(), ForgedLzx.FRAME);
              assertThat(partial.start().slice(0, first.length).toArray(1 << 20)).isEqualTo(first);
            });
  }

  @Test
  void damagedLzxEndsInProblemsOnly() {
    Hostile.survives(new Cabinet(), lzx(Arrays.copyOf(FlashTree.TEXT, 140_000), true));
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
