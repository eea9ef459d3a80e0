package dev.assay.formats.dex;

import com.code_intelligence.jazzer.junit.FuzzTest;

class DexFuzzTest {
  @FuzzTest
  void answersAnyBytesWithProblemsOrMalformed(byte[] content) {
    DexTest.survives(content);
  }
}
