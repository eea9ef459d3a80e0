package dev.assay.formats.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DivisionTest {
  private static final Partition BOOT = new Partition("boot", 0, 100);
  private static final Partition KERNEL = new Partition("kernel", 100, 200);
  private static final Partition ROOT = new Partition("root", 300, 700);
  private static final Partition FIRMWARE = new Partition("firmware", 100, 900);

  private static Division fitting(long size, List<Partition> partitions, Long... starts) {
    return Division.fitting(List.of(partitions), size, new TreeSet<>(List.of(starts)));
  }

  @Test
  void ofPartitionsThatOverlapTheSmallerCount() {
    assertThat(fitting(1000, List.of(FIRMWARE, BOOT, ROOT, KERNEL), 100L, 300L).partitions())
        .containsExactly(BOOT, KERNEL, ROOT);
  }

  @Test
  void twoStructuresMustAgree() {
    assertThat(fitting(1000, List.of(BOOT, KERNEL, ROOT), 100L, 301L)).isEqualTo(Division.NONE);
  }

  @Test
  void aDivisionOfALargerChipDoesNotFit() {
    assertThat(fitting(999, List.of(BOOT, KERNEL, ROOT), 100L, 300L)).isEqualTo(Division.NONE);
  }

  @Test
  void bordersAreWherePartitionsStartAndEnd() {
    Division division = new Division(List.of(BOOT, ROOT));
    assertThat(division.borderAfter(0, 5000)).isEqualTo(100);
    assertThat(division.borderAfter(100, 5000)).isEqualTo(300);
    assertThat(division.borderAfter(300, 5000)).isEqualTo(1000);
    assertThat(division.borderAfter(1000, 5000)).isEqualTo(5000);
    assertThat(division.borderAfter(300, 400)).isEqualTo(400);
  }
}
