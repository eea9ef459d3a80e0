package dev.assay.formats.elf;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ElfFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(byte[] content) {
    ElfTest.survives(content);
  }
}
