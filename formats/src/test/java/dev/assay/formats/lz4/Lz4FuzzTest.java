package dev.assay.formats.lz4;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class Lz4FuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Lz4(), bytes);
  }
}
