package dev.assay.formats.mcuboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import org.junit.jupiter.api.Test;

/** imgtool is not packaged, so images are forged from their published layout. */
class McubootImageTest {
  private static byte[] image(int flags, boolean signed) {
    Forged image = Forged.little().u32(0x96F3B83DL, 0).u16(32, 12).u32(7, flags).u8(1, 2).u16(3);
    image.u32(0, 0).text("program").u16(0x6908, 12, 0x50, 4).u32(1);
    byte[] digest = Sums.digest("SHA-256", image.toBytes());
    image.u16(0x6907, 4 + 36 + (signed ? 68 : 0), 0x10, 32).bytes(digest);
    return signed ? image.u16(0x24, 64).fill(5, 64).toArray() : image.toArray();
  }

  @Test
  void readsAndChecksPrograms() {
    byte[] image = image(0, true);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(McubootImage.class);
    Listed listed = Listed.of(new McubootImage(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("program");
    assertThat(listed.text("program")).isEqualTo("program");
    assertThat(listed.entry("program").problems()).isEmpty();
    Bytes blob = Forged.little().fill(1, 64).bytes(image).fill(2, 64).toBytes();
    assertThat(new McubootImage().extent(blob, 64)).hasValue(image.length);
    Hostile.survives(new McubootImage(), image);
  }

  @Test
  void whatIsWrongIsSaid() {
    byte[] image = image(4, false);
    image[33] ^= 1;
    Listed listed = Listed.of(new McubootImage(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("mcuboot.unsigned");
    assertThat(listed.entry("program").problems())
        .extracting(Problem::code)
        .containsExactly("mcuboot.digest", "mcuboot.encrypted");
  }
}
