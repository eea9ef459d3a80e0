package dev.assay.formats.esp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import org.junit.jupiter.api.Test;

class EspTest {
  private static byte[] image() {
    String first = "flash read only data of the program.";
    String second = "code in instruction memory.";
    Forged image = Forged.little().u8(0xE9, 2, 2, 0x20).u32(0x40081234L).fill(0, 4).u16(0);
    image.fillTo(0, 23).u8(1);
    image.u32(0x3F400020L, first.length()).text(first);
    image.u32(0x40080000L, second.length()).text(second);
    int sum = 0xEF;
    for (char c : (first + second).toCharArray()) {
      sum ^= c;
    }
    image.fillTo(0, image.size() | 15).u8(sum);
    return image.bytes(Sums.digest("SHA-256", image.toBytes())).toArray();
  }

  @Test
  void readsSegments() {
    Bytes image = Bytes.of(image());
    assertThat(Formats.of(image).orElseThrow()).isInstanceOf(EspImage.class);
    Listed listed = Listed.of(new EspImage(), image);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("segment-0x3f400020.bin", "segment-0x40080000.bin");
    assertThat(listed.text("segment-0x40080000.bin")).isEqualTo("code in instruction memory.");
    Hostile.survives(new EspImage(), image());
  }

  @Test
  void wrongSumsAreProblems() {
    byte[] image = image();
    image[40] ^= 1;
    assertThat(Listed.of(new EspImage(), Bytes.of(image)).problems)
        .extracting(Problem::code)
        .containsExactly("esp.checksum", "esp.digest");
  }

  private static byte[] flash() {
    Forged flash = Forged.little().fill(0xFF, 0x1000).bytes(image()).fillTo(0xFF, 0x8000);
    int table = flash.size();
    flash.u8(0xAA, 0x50, 1, 2).u32(0x9000, 0x1000).text("nvs", 16).u32(0);
    flash.u8(0xAA, 0x50, 0, 0).u32(0xA000, 0x100000).text("factory", 16).u32(0);
    byte[] digest = Sums.digest("MD5", flash.toBytes().from(table));
    flash.u8(0xEB, 0xEB).fill(0xFF, 14).bytes(digest).fillTo(0xFF, 0x9000);
    return flash.fill(7, 0x1000).bytes(image()).fillTo(0xFF, 0x10000).toArray();
  }

  @Test
  void readsAWholeFlashByItsPartitionTable() {
    Bytes flash = Bytes.of(flash());
    assertThat(Formats.of(flash).orElseThrow()).isInstanceOf(EspFlash.class);
    Listed listed = Listed.of(new EspFlash(), flash);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("partition-table", "nvs", "factory", "bootloader");
    assertThat(listed.entry("factory").problems())
        .extracting(Problem::code)
        .containsExactly("esp.truncated");
    assertThat(Formats.of(Bytes.of(listed.bytes("bootloader"))).orElseThrow())
        .isInstanceOf(EspImage.class);
    Hostile.survives(new EspFlash(), flash());
  }
}
