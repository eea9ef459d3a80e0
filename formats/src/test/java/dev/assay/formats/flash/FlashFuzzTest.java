package dev.assay.formats.flash;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.fdt.DeviceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

class FlashFuzzTest {
  @FuzzTest
  void everyDivisionLiesInTheChip(FuzzedDataProvider data) {
    long size = data.consumeLong(0, Long.MAX_VALUE);
    long start = data.consumeLong();
    byte[] bytes = data.consumeRemainingAsBytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<List<Partition>> candidates = new ArrayList<>(MtdParts.read(text, size));
    try {
      candidates.addAll(FixedPartitions.in(DeviceTree.read(Bytes.of(bytes))));
    } catch (Malformed noTree) {
      // As of most bytes.
    }
    Division division = Division.fitting(candidates, size, new TreeSet<>(List.of(0L, start)));
    long end = 0;
    for (Partition partition : division.partitions()) {
      if (partition.start() < end || partition.end() > size) {
        throw new AssertionError(division.toString());
      }
      end = partition.end();
    }
    Contents.of(Bytes.of(bytes));
  }
}
