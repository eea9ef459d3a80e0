package dev.assay.formats.dlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The maker's writer is not published, so images are forged. */
class DLinkImageTest {
  private static final int KERNEL = 0x6B726E6C;
  private static final int RAMDISK = 0x72616D64;

  /** A kernel of two words and a ramdisk of one, and two bytes that belong to neither. */
  private static byte[] image() {
    Forged image = Forged.little().u32(128, 8, 136, 4).fillTo(0, 32).u32(KERNEL ^ 1, RAMDISK);
    image.fillTo(0, 48).u8(0x55, 0xAA).text("FrodoII").u8(0, 0x55, 0xAA).fillTo(0, 128);
    return image.u32(KERNEL, 1, RAMDISK).text("..").toArray();
  }

  @Test
  void partsAreMembersWithTheirChecksumsVerified() {
    assertThat(Formats.of(Bytes.of(image())).orElseThrow()).isInstanceOf(DLinkImage.class);
    Listed listed = Listed.of(new DLinkImage(), Bytes.of(image()));
    assertThat(listed.paths()).containsExactly("kernel", "ramdisk", "trailing-0x8c");
    assertThat(listed.bytes("ramdisk")).isEqualTo(new byte[] {0x64, 0x6D, 0x61, 0x72});
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
  }

  @Test
  void aPartThatDoesNotMatchItsChecksumIsReadAndSaysSo() {
    byte[] changed = image();
    changed[136] ^= 1;
    Listed listed = Listed.of(new DLinkImage(), Bytes.of(changed));
    assertThat(listed.entry("kernel").problems()).isEmpty();
    assertThat(listed.entry("ramdisk").problems())
        .extracting(Problem::code)
        .containsExactly("dlink.checksum");
    assertThat(listed.bytes("ramdisk")).hasSize(4);
  }

  @Test
  void aPartThatGoesOnBehindTheEndIsReadAsFarAsItIsThere() {
    byte[] cut = Arrays.copyOf(image(), 138);
    Listed listed = Listed.of(new DLinkImage(), Bytes.of(cut));
    assertThat(listed.entry("ramdisk").problems())
        .extracting(Problem::code)
        .containsExactly("dlink.part-out-of-range");
    assertThat(listed.bytes("ramdisk")).hasSize(2);
  }

  @Test
  void survivesDamage() {
    Hostile.survives(new DLinkImage(), image());
  }
}
