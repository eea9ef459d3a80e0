package dev.assay.formats.blockimage;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Malformed;

class BlockImageFuzzTest {
  @FuzzTest
  void readsAnyListToAnAnswer(FuzzedDataProvider data) {
    try {
      TransferList.read(data.consumeRemainingAsString());
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
