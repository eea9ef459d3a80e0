package dev.assay.formats.macho;

import com.code_intelligence.jazzer.junit.FuzzTest;

class MachOFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(byte[] content) {
    MachOTest.survives(content);
  }
}
