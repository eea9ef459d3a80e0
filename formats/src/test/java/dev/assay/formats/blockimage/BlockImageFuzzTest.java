package dev.assay.formats.blockimage;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import java.util.List;

class BlockImageFuzzTest {
  private static final int DATA = 4 * 4096;

  @FuzzTest
  void arrangesBlocksByAnyList(FuzzedDataProvider data) {
    byte[] list = data.consumeRemainingAsBytes();
    List<Entry> members =
        List.of(
            Entry.part("a/system.transfer.list", Content.of(Bytes.of(list))),
            Entry.part("a/system.new.dat", Content.of(Bytes.of(new byte[DATA]))));
    try {
      for (Entry entry : new BlockImage().arrange(members, new Listed())) {
        entry.content().ifPresent(content -> content.open(new HeapMemory()));
      }
    } catch (Malformed | Content.Partial refused) {
      // Recorded as a problem in a scan.
    }
  }
}
