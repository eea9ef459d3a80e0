package dev.assay.formats.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DfuTest {
  @TempDir Path directory;

  @Test
  void takesTheSuffixOfDfuUtilAway() throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image(
                "dfu-suffix", "cp tree/bin/noise image && dfu-suffix -p 0xdf11 -v 0x0483 -a image");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Dfu.class);
    Encoding.Decoded decoded = new Dfu().decode(Bytes.of(image), new HeapMemory());
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().toArray(1 << 20)).isEqualTo(FlashTree.NOISE);
    image[9] ^= 1;
    assertThat(new Dfu().decode(Bytes.of(image), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly("dfu.crc");
    Hostile.survives(new Dfu(), Arrays.copyOfRange(image, 69000, image.length));
  }

  @Test
  void readsWhatTheWriterOfDfuSeWrites() throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image(
                "dfuse-pack",
                "dfuse-pack -b 0x08004000:tree/bin/noise -b 0x08000000:tree/etc/passwd"
                    + " -b 0x90000000@1:tree/bin/text image");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(DfuSe.class);
    Listed listed = Listed.of(new DfuSe(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths())
        .containsExactlyInAnyOrder(
            "target-0-0x08000000.bin", "target-0-0x08004000.bin", "target-1-0x90000000.bin");
    assertThat(listed.bytes("target-0-0x08004000.bin")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.text("target-0-0x08000000.bin")).isEqualTo("root:x:0:0::/root:/bin/sh\n");
    assertThat(listed.bytes("target-1-0x90000000.bin")).isEqualTo(FlashTree.TEXT);
  }

  private static Forged dfuSe() {
    Forged file = Forged.little().text("DfuSe").u8(1).u32(0).u8(1);
    file.text("Target").u8(3).u32(1).text("ST...", 255).u32(23, 2);
    file.u32(0x08000000, 4).text("code").u32(0x08010000, 3).text("cfg");
    file.set32(6, file.size()).u16(0, 0xDF11, 0x0483, 0x011A).text("UFD").u8(16);
    return file.u32(~Sums.crc32(file.toBytes()));
  }

  @Test
  void readsTheElementsOfDfuSe() {
    assertThat(Formats.of(dfuSe().toBytes()).orElseThrow()).isInstanceOf(DfuSe.class);
    Listed listed = Listed.of(new DfuSe(), dfuSe().toBytes());
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("target-3-0x08000000.bin")).isEqualTo("code");
    assertThat(listed.text("target-3-0x08010000.bin")).isEqualTo("cfg");
    Hostile.survives(new DfuSe(), dfuSe().toArray());
  }

  @Test
  void anElementBeyondTheEndIsCut() {
    byte[] file = dfuSe().set32(11 + 274 + 8 + 4 + 4, 1000).toArray();
    Listed listed = Listed.of(new DfuSe(), Bytes.of(file));
    assertThat(listed.problems).extracting(Problem::code).contains("dfu.crc");
    assertThat(listed.paths()).contains("target-3-0x08000000.bin");
  }
}
