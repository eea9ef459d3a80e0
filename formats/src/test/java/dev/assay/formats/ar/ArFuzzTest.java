package dev.assay.formats.ar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class ArFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Ar(), bytes);
  }

  @FuzzTest
  void readsAnythingAsPackage(byte[] bytes) {
    Hostile.read(new DebianPackage(), bytes);
  }
}
