package dev.assay.formats.arsc;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ResourceTableFuzzTest {
  @FuzzTest
  void answersAnyBytesWithATableOrMalformed(byte[] content) {
    ResourceTableTest.readAll(content);
  }
}
