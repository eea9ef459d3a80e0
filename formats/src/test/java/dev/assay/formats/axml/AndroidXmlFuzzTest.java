package dev.assay.formats.axml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class AndroidXmlFuzzTest {
  @FuzzTest
  void answersAnyBytesWithAnElementOrMalformed(byte[] content) {
    try {
      AndroidXml.read(Bytes.of(content));
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
