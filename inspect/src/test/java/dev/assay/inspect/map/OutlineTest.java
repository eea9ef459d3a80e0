package dev.assay.inspect.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.model.Stretch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OutlineTest {
  /** A redundant environment of 4096 bytes whose first variable is not the one it is found by. */
  private static byte[] environment() {
    byte[] stored = new byte[4096];
    stored[4] = 1;
    byte[] text = "arch=arm\0bootcmd=bootm\0\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, stored, 5, text.length);
    CRC32 crc = new CRC32();
    crc.update(stored, 5, stored.length - 5);
    for (int i = 0; i < 4; i++) {
      stored[i] = (byte) (crc.getValue() >> 8 * i);
    }
    return stored;
  }

  private static byte[] flash() {
    byte[] flash = new byte[0x40000];
    Arrays.fill(flash, (byte) 0xFF);
    Arrays.fill(flash, 0, 0x5000, (byte) 0x11);
    byte[] banner =
        "U-Boot 2020.01 (Jan 01 2020 - 00:00:00 +0000)".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(banner, 0, flash, 0x100, banner.length);
    System.arraycopy(environment(), 0, flash, 0x10000, 4096);
    return flash;
  }

  @Test
  void everyByteOfADumpIsInOneStretch() {
    List<Stretch> outline = Outline.of(Bytes.of(flash()));
    assertThat(outline)
        .extracting(Stretch::name, Stretch::is, Stretch::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("0x00000000.u-boot.bin", "unknown", "sparse"),
            org.assertj.core.groups.Tuple.tuple("", "padding", "255"),
            org.assertj.core.groups.Tuple.tuple(
                "0x00010000.u-boot.environment", "structure", "application/vnd.u-boot.environment"),
            org.assertj.core.groups.Tuple.tuple("", "padding", "255"));
    long at = 0;
    for (Stretch stretch : outline) {
      assertThat(stretch.start()).isEqualTo(at);
      at = stretch.end();
    }
    assertThat(at).isEqualTo(0x40000);
  }

  @Test
  void whatIsCompressedAsAWholeHasNone() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(flash());
    }
    assertThat(Outline.of(Bytes.of(bytes.toByteArray()))).isEmpty();
  }

  @Test
  void manyStretchesEndInTheRest() {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      regions.add(Region.of(i * 10L, 10, new Meaning.Text()));
    }
    List<Stretch> outline = Outline.of(regions);
    assertThat(outline).hasSize(512);
    assertThat(outline.getLast()).isEqualTo(new Stretch(5110, 14_890, "", "rest", "", 0));
  }
}
