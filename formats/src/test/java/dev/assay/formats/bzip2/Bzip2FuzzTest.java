package dev.assay.formats.bzip2;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class Bzip2FuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Bzip2(), bytes);
  }
}
