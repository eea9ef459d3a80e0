package dev.assay.formats.pem;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;

class PemFuzzTest {
  @FuzzTest
  void answersAnyBytesWithBlocksOrProblems(byte[] content) {
    Pem.read(Bytes.of(content));
  }
}
