package dev.assay.formats.ubootenv;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Hostile;

class UBootEnvironmentFuzzTest {
  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    byte[] bytes = data.consumeRemainingAsBytes();
    Hostile.read(new UBootEnvironment(), bytes);
    Variables.in(Bytes.of(bytes).head(bytes.length));
  }
}
