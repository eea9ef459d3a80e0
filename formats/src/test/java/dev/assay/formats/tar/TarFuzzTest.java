package dev.assay.formats.tar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class TarFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Tar(), bytes);
  }
}
