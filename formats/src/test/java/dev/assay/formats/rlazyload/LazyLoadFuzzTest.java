package dev.assay.formats.rlazyload;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class LazyLoadFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new LazyLoad(), bytes);
  }
}
