package dev.assay.formats.apk;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class SideSignatureFuzzTest {
  @FuzzTest
  void answersAnyBytesWithASignatureOrMalformed(byte[] content) {
    try {
      SideSignature.read(Bytes.of(content)).signed(content.length);
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
