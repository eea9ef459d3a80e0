package dev.assay.formats.nordic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nordic's writer is in no registry that is used here, so packages are forged. */
class NordicPackageTest {
  private static final Bytes PROGRAM = Bytes.of("a program for a chip");

  /** A message of which each field is bytes, below 128 of them. */
  private static byte[] field(int number, byte[] bytes) {
    return Forged.little().u8(number << 3 | 2, bytes.length).bytes(bytes).toArray();
  }

  private static byte[] packet(Bytes program, boolean debug, boolean signed) {
    byte[] digest = Sums.digest("SHA-256", program);
    Forged turned = Forged.little();
    for (int i = digest.length - 1; i >= 0; i--) {
      turned.u8(digest[i]);
    }
    byte[] hash = Forged.little().u8(8, 3).bytes(field(2, turned.toArray())).toArray();
    Forged init = Forged.little().u8(8, 1, 16, 52).bytes(field(8, hash)).u8(9 << 3, debug ? 1 : 0);
    byte[] command = Forged.little().u8(8, 1).bytes(field(2, init.toArray())).toArray();
    if (!signed) {
      return field(1, command);
    }
    Forged all = Forged.little().bytes(field(1, command)).u8(16, 0);
    return field(2, all.bytes(field(3, new byte[16])).toArray());
  }

  private static List<Problem> problems(Bytes program, byte[] packet) {
    String manifest =
        "{\"manifest\":{\"application\":{\"bin_file\":\"app.bin\",\"dat_file\":\"app.dat\"}}}";
    List<Entry> members =
        List.of(
            Entry.part("manifest.json", Content.of(Bytes.of(manifest))),
            Entry.part("app.bin", Content.of(program)),
            Entry.part("app.dat", Content.of(Bytes.of(packet))));
    assertThat(Formats.layouts()).anyMatch(layout -> layout instanceof NordicPackage);
    assertThat(new NordicPackage().recognises(members)).isTrue();
    Listed listed = new Listed();
    List<Entry> arranged = new NordicPackage().arrange(members, listed);
    assertThat(arranged).hasSize(3);
    assertThat(listed.problems).isEmpty();
    return arranged.get(1).problems();
  }

  @Test
  void findsNothingWrongWithASignedPackage() {
    assertThat(problems(PROGRAM, packet(PROGRAM, false, true))).isEmpty();
  }

  @Test
  void saysWhatABootLoaderWouldNotNotice() {
    assertThat(problems(PROGRAM, packet(PROGRAM, true, false)))
        .extracting(Problem::code)
        .containsExactly("nordic.unsigned", "nordic.debug");
  }

  @Test
  void saysThatAProgramIsNotTheOneThatWasSigned() {
    assertThat(problems(Bytes.of("another"), packet(PROGRAM, false, true)))
        .extracting(Problem::code)
        .containsExactly("nordic.digest");
  }

  @Test
  void answersAnyCutPacket() {
    byte[] packet = packet(PROGRAM, false, true);
    for (int length = 0; length < packet.length; length++) {
      assertThat(problems(PROGRAM, Arrays.copyOf(packet, length))).isNotEmpty();
    }
  }
}
