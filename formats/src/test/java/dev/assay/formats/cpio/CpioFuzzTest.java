package dev.assay.formats.cpio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class CpioFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Cpio(), bytes);
  }
}
