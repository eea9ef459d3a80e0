package dev.assay.formats.lz4;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class Lz4LegacyFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Lz4Legacy(), bytes);
  }
}
