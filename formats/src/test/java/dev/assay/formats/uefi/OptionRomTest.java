package dev.assay.formats.uefi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.carve.Carving;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OptionRomTest {
  private static final String DRIVER = "MZ a driver for UEFI";

  /** A program for the BIOS and a driver; both are said to be one unit large. */
  private static byte[] rom() {
    Forged rom = Forged.little().u8(0x55, 0xAA, 1, 0xE9).fillTo(0, 0x18).u16(0x1C).u16(0);
    data(rom, 0, 0).text("code").fillTo(0, 511);
    int sum = 0;
    for (byte each : rom.toArray()) {
      sum += each;
    }
    rom.u8(-sum & 0xFF);
    rom.u8(0x55, 0xAA, 1, 0).u32(0x0EF1).u16(11, 0x8664, 0).fillTo(0, 512 + 0x16);
    rom.u16(0x40, 0x1C, 0);
    return data(rom, 3, 0x80).fillTo(0, 512 + 0x40).text(DRIVER).fillTo(0, 1024).toArray();
  }

  private static Forged data(Forged rom, int code, int indicator) {
    rom.text("PCIR").u16(0x8086, 0x100E, 0, 0x18).u8(0, 0, 0, 2).u16(1, 0).u8(code, indicator);
    return rom.u16(0);
  }

  @Test
  void listsAnImageForTheBiosAndADriverForUefi() {
    byte[] rom = rom();
    assertThat(Formats.of(Bytes.of(rom)).orElseThrow()).isInstanceOf(OptionRom.class);
    Listed listed = Listed.of(new OptionRom(), Bytes.of(rom));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("image-0.x86", "image-1.efi");
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.text("image-1.efi")).startsWith(DRIVER);
    assertThat(Formats.of(Bytes.of(listed.bytes("image-0.x86")))).isEmpty();
    Hostile.survives(new OptionRom(), rom);
  }

  @Test
  void reportsDamage() {
    byte[] changed = rom();
    changed[200] ^= 1;
    assertThat(Listed.of(new OptionRom(), Bytes.of(changed)).entry("image-0.x86").problems())
        .extracting(Problem::code)
        .containsExactly("optionrom.checksum");
    assertThat(Listed.of(new OptionRom(), Bytes.of(rom()).slice(0, 512)).problems)
        .extracting(Problem::code)
        .containsExactly("optionrom.last");
    byte[] longer = rom();
    longer[512 + 0x1C + 0x10] = 9;
    assertThat(Listed.of(new OptionRom(), Bytes.of(longer)).entry("image-1.efi").problems())
        .extracting(Problem::code)
        .containsExactly("optionrom.truncated");
  }

  @Test
  void isFoundInsideABlobByItsChain() {
    byte[] blob = Forged.little().fill('x', 3000).bytes(rom()).fill('y', 100).toArray();
    Listed listed = Listed.of(new Carving(), Bytes.of(blob));
    assertThat(listed.paths()).anyMatch(path -> path.startsWith("0x00000bb8.pci-option-rom"));
    byte[] decoy = Arrays.copyOf(rom(), 900);
    byte[] cut = Forged.little().fill('x', 3000).bytes(decoy).toArray();
    assertThat(Listed.of(new Carving(), Bytes.of(cut)).paths()).isEmpty();
  }

  /** Of the package ipxe-qemu: its drivers are compressed. */
  @Test
  void readsTheRomsOfIpxe() throws IOException {
    Path rom = Path.of("/usr/lib/ipxe/qemu/efi-e1000.rom");
    assumeTrue(Files.isReadable(rom), "ipxe-qemu is not installed");
    Listed listed = Listed.of(new OptionRom(), Bytes.of(Files.readAllBytes(rom)));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).contains("image-0.x86", "image-1.efi");
    assertThat(listed.bytes("image-1.efi")).startsWith('M', 'Z');
  }
}
