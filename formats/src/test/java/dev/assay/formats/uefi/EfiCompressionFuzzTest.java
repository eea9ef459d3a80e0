package dev.assay.formats.uefi;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Malformed;

class EfiCompressionFuzzTest {
  @FuzzTest
  void decodesAnyStreamOrRefusesIt(FuzzedDataProvider data) {
    try {
      EfiCompression.decode(
          Bytes.of(data.consumeRemainingAsBytes()), new HeapMemory(), content -> false);
    } catch (Malformed refused) {
      // A refusal is an answer.
    }
  }
}
