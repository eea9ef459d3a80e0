package dev.assay.inspect.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Seeds;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ByteMapTest {
  private static final int SECTOR = 512;

  /** Regions stand one behind the other from {@code start} to {@code end}, at every level. */
  static void assertCovers(List<Region> regions, long start, long end) {
    long at = start;
    for (Region region : regions) {
      assertThat(region.start()).isEqualTo(at);
      assertThat(region.length()).isPositive();
      at = region.end();
      if (!region.parts().isEmpty()) {
        assertCovers(region.parts(), region.start(), region.end());
      }
    }
    assertThat(at).isEqualTo(end);
  }

  private static List<Region> map(byte[] image) {
    List<Region> regions = ByteMap.of(Bytes.of(Seeds.plant(image)));
    assertCovers(regions, 0, image.length);
    return regions;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] gzip(byte[] content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Boot sector, then a partition with a gzip stream and zeros, then one of noise. */
  private static byte[] disk() throws Exception {
    byte[] disk = new byte[256 * SECTOR];
    ByteBuffer table = ByteBuffer.wrap(disk).order(ByteOrder.LITTLE_ENDIAN);
    table.put(446 + 4, (byte) 0x83).putInt(446 + 8, 16).putInt(446 + 12, 64);
    table.put(462 + 4, (byte) 0x83).putInt(462 + 8, 96).putInt(462 + 12, 32);
    table.putShort(510, (short) 0xAA55);
    byte[] stream = gzip("text ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    System.arraycopy(stream, 0, disk, 16 * SECTOR, stream.length);
    System.arraycopy(noise(32 * SECTOR), 0, disk, 96 * SECTOR, 32 * SECTOR);
    Arrays.fill(disk, 200 * SECTOR, 256 * SECTOR, (byte) 0xFF);
    return disk;
  }

  /** Pages of 2048 bytes, each with a spare area of 64 behind it, as in a dump of a NAND chip. */
  private static byte[] withSpareAreas(byte[] data) {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    for (int at = 0; at < data.length; at += 2048) {
      byte[] page = Arrays.copyOfRange(data, at, at + 2048);
      byte[] spare = new byte[64];
      Arrays.fill(spare, (byte) 0xFF);
      if (page[0] != -1) {
        Arrays.fill(spare, 40, 64, (byte) Arrays.hashCode(page));
      }
      dump.writeBytes(page);
      dump.writeBytes(spare);
    }
    return dump.toByteArray();
  }

  @Test
  void theMapOfANandDumpTellsWhereThingsStandInTheDump() throws Exception {
    byte[] data = new byte[64 * 2048];
    Arrays.fill(data, (byte) 0xFF);
    byte[] stream = gzip(noise(20_000));
    System.arraycopy(stream, 0, data, 4 * 2048, stream.length);
    System.arraycopy(noise(20_000), 0, data, 32 * 2048, 20_000);
    List<Region> pages = map(withSpareAreas(data)).getFirst().parts();
    assertThat(pages).extracting(Region::name).containsExactly("0x00000000.pages");
    Region found = pages.getFirst().parts().get(1);
    assertThat(found.meaning()).isEqualTo(new Meaning.Structure("application/gzip"));
    assertThat(found.start()).isEqualTo(4 * 2112);
    assertThat(found.end()).isEqualTo((4 + stream.length / 2048) * 2112L + stream.length % 2048);
    assertThat(pages.getFirst().parts()).extracting(Region::start).contains(32 * 2112L);
  }

  @Test
  void aDiskIsDividedIntoItsPartitions() throws Exception {
    List<Region> regions = map(disk());
    assertThat(regions).hasSize(1);
    assertThat(regions.getFirst().meaning())
        .isEqualTo(new Meaning.Structure("application/vnd.assay.disk-mbr"));
    List<Region> parts = regions.getFirst().parts();
    assertThat(parts.getFirst().meaning()).isEqualTo(new Meaning.Padding(0));
    Region first = named(parts, "partition-1");
    assertThat(first.start()).isEqualTo(16 * SECTOR);
    assertThat(first.length()).isEqualTo(64 * SECTOR);
    assertThat(first.parts())
        .extracting(Region::meaning)
        .containsExactly(new Meaning.Structure("application/gzip"), new Meaning.Padding(0));
    assertThat(named(parts, "partition-2").meaning())
        .isInstanceOfSatisfying(
            Meaning.Unknown.class, unknown -> assertThat(unknown.look()).isEqualTo("random"));
    assertThat(named(parts, "unpartitioned-0x19000").meaning())
        .isEqualTo(new Meaning.Padding(0xFF));
  }

  private static Region named(List<Region> regions, String name) {
    return regions.stream()
        .filter(region -> region.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " in " + regions));
  }

  @Test
  void aBlobIsDividedIntoWhatIsFoundInIt() throws Exception {
    byte[] stream = gzip(noise(20_000));
    byte[] blob = new byte[100_000];
    System.arraycopy(noise(10_000), 0, blob, 0, 10_000);
    System.arraycopy(stream, 0, blob, 16_384, stream.length);
    List<Region> regions = map(blob);
    assertThat(regions.getFirst().meaning()).isInstanceOf(Meaning.Part.class);
    Region found =
        regions.stream().filter(region -> region.start() == 16_384).findFirst().orElseThrow();
    assertThat(found.meaning()).isEqualTo(new Meaning.Structure("application/gzip"));
    assertThat(found.length()).isEqualTo(stream.length);
    assertThat(regions.getLast().meaning()).isEqualTo(new Meaning.Padding(0));
  }

  @Test
  void unknownBytesSayHowTheyLook() {
    byte[] sparse = new byte[8192];
    for (int at = 0; at < sparse.length; at += 100) {
      sparse[at] = 1;
    }
    assertThat(map(sparse))
        .singleElement()
        .extracting(Region::meaning)
        .isInstanceOfSatisfying(
            Meaning.Unknown.class, unknown -> assertThat(unknown.look()).isEqualTo("sparse"));
    assertThat(map(new byte[3]))
        .extracting(Region::meaning)
        .containsExactly(new Meaning.Padding(0));
    assertThat(map("some text\n".getBytes(StandardCharsets.US_ASCII)))
        .extracting(Region::meaning)
        .containsExactly(new Meaning.Text());
    assertThat(map(new byte[0])).isEmpty();
  }
}
