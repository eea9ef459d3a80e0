package dev.assay.formats.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import org.junit.jupiter.api.Test;

class DlinkArchivesTest {
  @Test
  void readsPackagesOfDLink() {
    Forged image = Forged.big().text("FPKG").u8(1, 0, 0, 0).u32(28, 1, 8).text("DFL-260E");
    image.u32(28).u16(0x100, 0).u32(4).text("core.bin", 16).text("code");
    image.u32(28).u16(0x102, 0).u32(3).text("checksum", 16).text("sum");
    assertThat(Formats.of(image.toBytes()).orElseThrow()).isInstanceOf(DlinkPackage.class);
    Listed listed = Listed.of(new DlinkPackage(), image.toBytes());
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("core.bin", "checksum");
    assertThat(listed.text("core.bin")).isEqualTo("code");
    Bytes cut = image.toBytes().slice(0, image.size() - 1);
    assertThat(Listed.of(new DlinkPackage(), cut).entry("checksum").problems())
        .extracting(Problem::code)
        .containsExactly("fpkg.truncated");
    Hostile.survives(new DlinkPackage(), image.toArray());
  }

  @Test
  void readsArchivesOfDLink() {
    Forged image = Forged.little().u8(0xDE, 0xAF, 0xBE, 0xAD).u8(0x86).u16(3).text("web");
    image.u8(0x87).u16(9).text("web\\a.htm").u32(4).text("html");
    assertThat(Formats.of(image.toBytes()).orElseThrow()).isInstanceOf(DlinkArchive.class);
    Listed listed = Listed.of(new DlinkArchive(), image.toBytes());
    assertThat(listed.paths()).containsExactly("web", "web/a.htm");
    assertThat(listed.text("web/a.htm")).isEqualTo("html");
    Bytes cut = image.toBytes().slice(0, image.size() - 1);
    assertThat(Listed.of(new DlinkArchive(), cut).entry("web/a.htm").problems())
        .extracting(Problem::code)
        .containsExactly("deafbead.truncated");
    Hostile.survives(new DlinkArchive(), image.toArray());
  }
}
