package dev.assay.formats.elf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class ElfFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(byte[] content) {
    ElfTest.survives(content);
    Hostile.read(new ElfFile(Elf.SHARED, ElfFile.SHARED_OBJECT), content);
  }
}
