package dev.assay.formats.uf2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Uf2Test {
  private static void block(Forged uf2, int flags, int address, int number, char fill) {
    int start = uf2.size();
    uf2.text("UF2\n").u32(0x9E5D5157L, flags, address, 256, number, 4, 0xE48BFF56L).fill(fill, 256);
    uf2.fillTo(0, start + 508).u32(0x0AB16F30L);
  }

  private static byte[] sample() {
    Forged uf2 = Forged.little();
    block(uf2, 0x2000, 0x10000100, 1, 'b');
    block(uf2, 0x2000, 0x10000000, 0, 'a');
    block(uf2, 0x2001, 0x10000200, 2, 'x');
    block(uf2, 0x2000, 0x10008000, 3, 'c');
    return uf2.toArray();
  }

  @Test
  void joinsBlocksByAddress() {
    Bytes image = Bytes.of(sample());
    assertThat(Formats.of(image).orElseThrow()).isInstanceOf(Uf2.class);
    Listed listed = Listed.of(new Uf2(), image);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).hasSize(2);
    assertThat(listed.text(listed.paths().get(0))).isEqualTo("a".repeat(256) + "b".repeat(256));
    assertThat(listed.text(listed.paths().get(1))).isEqualTo("c".repeat(256));
    Hostile.survives(new Uf2(), sample());
  }

  @Test
  void whatIsMissingIsAProblem() {
    byte[] cut = Arrays.copyOf(sample(), 3 * 512 + 7);
    assertThat(Listed.of(new Uf2(), Bytes.of(cut)).problems)
        .extracting(Problem::code)
        .containsExactly("uf2.end", "uf2.truncated");
  }
}
