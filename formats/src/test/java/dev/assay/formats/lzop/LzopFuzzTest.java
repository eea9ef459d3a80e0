package dev.assay.formats.lzop;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class LzopFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Lzop(), bytes);
  }
}
