package dev.assay.formats.rar;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class RarFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Hostile.read(new Rar(), data.consumeRemainingAsBytes());
  }
}
