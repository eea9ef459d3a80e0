package dev.assay.formats.nand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.flash.PageSize;
import dev.assay.formats.yaffs2.ForgedYaffs2;
import dev.assay.formats.yaffs2.Yaffs2;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NandDumpTest {
  private static byte[] data(int length) {
    byte[] data = new byte[length];
    new Random(1).nextBytes(data);
    Arrays.fill(data, length / 2, length / 2 + length / 4, (byte) 0xFF);
    return data;
  }

  private static Listed listed(byte[] dump) {
    assertThat(Formats.of(Bytes.of(dump)).orElseThrow()).isInstanceOf(NandDump.class);
    return Listed.of(new NandDump(), Bytes.of(dump));
  }

  private static boolean isDump(byte[] content) {
    return new NandDump().recognises(Bytes.of(content));
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 64",
    "2048, 128",
    "4096, 128",
    "4096, 224",
    "512, 16",
    "16384, 512",
    "8192, 640",
    "1024, 32"
  })
  void theDataOfItsPagesIsOneMember(int page, int spare) {
    byte[] data = data(60 * page - 100);
    Listed listed = listed(new Chip(page, spare, 128, data).dump());
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("0x00000000.pages");
    byte[] expected = Arrays.copyOf(data, 128 * page);
    Arrays.fill(expected, data.length, expected.length, (byte) 0xFF);
    assertThat(listed.bytes("0x00000000.pages")).isEqualTo(expected);
  }

  @Test
  void anyPartOfTheDataIsThatOfTheWhole() {
    byte[] data = data(128 * 2048);
    Bytes dump = Bytes.of(new Chip(2048, 64, 128, data).dump());
    Bytes pages = PageData.of(dump, new PageSize(2048, 64));
    for (int[] part :
        new int[][] {
          {0, 1}, {2047, 2}, {5000, 100_000}, {262_143, 1}, {4096, 2048}, {7, 262_100}
        }) {
      Bytes slice = pages.slice(part[0], part[1]);
      assertThat(slice.toArray(part[1]))
          .isEqualTo(Arrays.copyOfRange(data, part[0], part[0] + part[1]));
      assertThat(slice.offsetIn(pages)).hasValue(part[0]);
      assertThat(pages.offsetIn(slice)).isEmpty();
    }
  }

  @Test
  void aFewBadBlocksAreNothingToWonderAt() {
    byte[] data = data(900 * 2048);
    assertThat(isDump(new Chip(2048, 64, 1024, data).bad(3, 64).bad(7, 64).dump())).isTrue();
  }

  @Test
  void aFileSystemThatKeepsItsTagsInTheSpareAreasIsReadWithThem() {
    byte[] root = "root:x:0:0::/root:/bin/sh\n".repeat(900).getBytes(StandardCharsets.US_ASCII);
    byte[] yaffs =
        new ForgedYaffs2(2048, 64, 2, ByteOrder.LITTLE_ENDIAN)
            .file(257, 1, "passwd", 0100644, root)
            .toBytes();
    Listed listed = listed(new Chip(2048, 64, 256, data(64 * 2048)).raw(128, yaffs).dump());
    String name = String.format("0x%08x.yaffs2", 128 * 2112);
    assertThat(listed.paths()).startsWith("0x00000000.pages", name);
    Listed inside = Listed.of(new Yaffs2(), Bytes.of(listed.bytes(name)));
    assertThat(inside.bytes("passwd")).isEqualTo(root);
  }

  @Test
  void anImageOfThatFileSystemAloneIsReadAsSuch() {
    byte[] yaffs =
        new ForgedYaffs2(2048, 64, 2, ByteOrder.LITTLE_ENDIAN)
            .file(257, 1, "noise", 0100644, data(30 * 2048))
            .toBytes();
    assertThat(yaffs.length).isEqualTo(32 * 2112);
    assertThat(Formats.of(Bytes.of(yaffs)).orElseThrow()).isInstanceOf(Yaffs2.class);
  }

  @Test
  void whatHasNoMarksOfGoodBlocksIsNoDump() {
    byte[] noise = new byte[128 * 2112];
    assertThat(isDump(noise)).isFalse();
    new Random(2).nextBytes(noise);
    assertThat(isDump(noise)).isFalse();
    byte[] erased = new byte[128 * 2112];
    Arrays.fill(erased, (byte) 0xFF);
    assertThat(isDump(erased)).isFalse();
    byte[] dump = new Chip(2048, 64, 128, data(100 * 2048)).dump();
    assertThat(isDump(dump)).isTrue();
    assertThat(isDump(Arrays.copyOf(dump, dump.length - 1))).isFalse();
    for (int page = 0; page < 128; page += 3) {
      dump[page * 2112 + 2048] = 0;
    }
    assertThat(isDump(dump)).isFalse();
  }

  @Test
  void beginningsThatAreNoneAreTriedSoOften() {
    byte[] data = new byte[2000 * 2048];
    byte[] magic = new Yaffs2().magics().getFirst();
    for (int page = 0; page < 2000; page++) {
      System.arraycopy(magic, 0, data, page * 2048, magic.length);
    }
    Listed listed = listed(new Chip(2048, 64, 2016, data).dump());
    assertThat(listed.problems).extracting(each -> each.code()).containsExactly("limit.finds");
    assertThat(listed.paths()).containsExactly("0x00000000.pages");
  }

  @Test
  void survivesDamage() {
    Hostile.survives(new NandDump(), new Chip(512, 16, 64, data(40 * 512)).dump());
  }
}
