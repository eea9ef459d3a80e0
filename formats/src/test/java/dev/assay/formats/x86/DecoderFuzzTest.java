package dev.assay.formats.x86;

import com.code_intelligence.jazzer.junit.FuzzTest;

class DecoderFuzzTest {
  @FuzzTest
  void decodesAnyBytesWithinTheirEnds(byte[] content) {
    DecoderTest.survives(content);
  }
}
