package dev.assay.formats.superimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** lpmake is not packaged, so super partitions are forged from their published layout. */
class SuperImageTest {
  private static final int METADATA = 65536;

  private record Extent(long sectors, int target, long sector) {}

  private static byte[] geometry() {
    Forged geometry = Forged.little().text("gDla").u32(52).fill(0, 32).u32(METADATA, 1, 4096);
    return geometry.set(8, Sums.digest("SHA-256", geometry.toBytes())).fillTo(0, 4096).toArray();
  }

  /** Partition {@code a} has the first extents but one, {@code b} the last. */
  private static byte[] metadata(Extent... extents) {
    Forged tables = Forged.little();
    tables.text("system_a", 36).u32(0, 0, extents.length - 1, 0);
    tables.text("vendor_a", 36).u32(0, extents.length - 1, 1, 0);
    for (Extent extent : extents) {
      tables.u64(extent.sectors()).u32(extent.target()).u64(extent.sector()).u32(0);
    }
    Forged header = Forged.little().text("0PLA").u16(10, 0).u32(128).fill(0, 32);
    header.u32(tables.size()).bytes(Sums.digest("SHA-256", tables.toBytes()));
    header.u32(0, 2, 52, 104, extents.length, 24).fill(0, 24);
    header.set(12, Sums.digest("SHA-256", header.toBytes()));
    return header.bytes(tables.toArray()).fillTo(0, METADATA).toArray();
  }

  private static byte[] image(byte[] metadata) {
    Forged image = Forged.little().fill(0, 4096).bytes(geometry()).bytes(geometry());
    image.bytes(metadata).bytes(metadata).fillTo(0, 1 << 18);
    for (char c = 'a'; c < 'e'; c++) {
      image.fill(c, 1024);
    }
    return image.toArray();
  }

  @Test
  void joinsTheExtentsOfLogicalPartitions() {
    byte[] image =
        image(
            metadata(
                new Extent(2, 0, 514),
                new Extent(1, 1, 0),
                new Extent(2, 0, 512),
                new Extent(2, 0, 516)));
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(SuperImage.class);
    Listed listed = Listed.of(new SuperImage(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("system_a"))
        .isEqualTo("b".repeat(1024) + "\0".repeat(512) + "a".repeat(1024));
    assertThat(listed.text("vendor_a")).isEqualTo("c".repeat(1024));
    Hostile.survives(new SuperImage(), image);
  }

  @Test
  void aDamagedSlotGivesWayToItsCopy() {
    byte[] image = image(metadata(new Extent(2, 0, 512), new Extent(2, 0, 514)));
    image[12288 + 130] ^= 1;
    Listed listed = Listed.of(new SuperImage(), Bytes.of(image));
    assertThat(listed.paths()).containsExactly("system_a", "vendor_a");
    image[12288 + METADATA + 130] ^= 1;
    assertThat(Listed.of(new SuperImage(), Bytes.of(image)).problems)
        .extracting(Problem::code)
        .containsExactly("super.metadata");
    byte[] geometry = image(metadata(new Extent(2, 0, 512), new Extent(2, 0, 514)));
    geometry[4096 + 45] ^= 1;
    assertThat(Listed.of(new SuperImage(), Bytes.of(geometry)).paths()).hasSize(2);
  }

  @Test
  void extentsThatLieAreLeftOut() {
    assertThat(problems(new Extent(2, 0, 512), new Extent(2, 0, 513)))
        .containsExactly("super.overlap");
    assertThat(problems(new Extent(2, 0, 512), new Extent(Long.MAX_VALUE / 512, 0, 514)))
        .containsExactly("super.range");
    assertThat(problems(new Extent(2, 0, 512), new Extent(1L << 40, 1, 0)))
        .containsExactly("super.hole");
    assertThat(problems(new Extent(2, 0, 512), new Extent(2, 7, 514)))
        .containsExactly("super.target");
  }

  @Test
  void aSlotOfOtherPartitionsIsSaid() {
    byte[] image = image(metadata(new Extent(2, 0, 512), new Extent(2, 0, 514)));
    byte[] other = metadata(new Extent(2, 0, 512), new Extent(2, 0, 516));
    System.arraycopy(other, 0, image, 12288 + METADATA, METADATA);
    Listed listed = Listed.of(new SuperImage(), Bytes.of(image));
    assertThat(listed.problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("super.slots");
              assertThat(problem.offset()).isEqualTo(12288 + METADATA);
            });
    assertThat(listed.text("vendor_a")).isEqualTo("b".repeat(1024));
  }

  private static List<String> problems(Extent... extents) {
    Listed listed = Listed.of(new SuperImage(), Bytes.of(image(metadata(extents))));
    assertThat(listed.paths()).containsExactly("system_a");
    return listed.problems.stream().map(Problem::code).toList();
  }
}
