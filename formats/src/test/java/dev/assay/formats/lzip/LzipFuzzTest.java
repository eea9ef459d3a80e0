package dev.assay.formats.lzip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class LzipFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Lzip(), bytes);
  }
}
