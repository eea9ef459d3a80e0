package dev.assay.formats.lzma;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class LzmaAloneFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new LzmaAlone(), bytes);
  }
}
