package dev.assay.formats.pe;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PortableExecutableFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(byte[] content) {
    PortableExecutableTest.survives(content);
  }
}
