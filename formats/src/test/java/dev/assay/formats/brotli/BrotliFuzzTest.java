package dev.assay.formats.brotli;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Malformed;

class BrotliFuzzTest {
  @FuzzTest
  void decodesAnyStreamOrRefusesIt(FuzzedDataProvider data) {
    try {
      Brotli.decode(Bytes.of(data.consumeRemainingAsBytes()), new HeapMemory());
    } catch (Malformed refused) {
      // A refusal is an answer.
    }
  }
}
