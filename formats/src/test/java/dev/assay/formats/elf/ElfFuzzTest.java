package dev.assay.formats.elf;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class ElfFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    try {
      Elf elf = Elf.read(Bytes.of(data.consumeRemainingAsBytes()));
      elf.dynamic().strings(DynamicEntry.NEEDED);
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
