package dev.assay.formats.zip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class ZipFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(new Zip(), bytes);
  }

  @FuzzTest
  void readsAnythingAsAndroidDoes(byte[] bytes) {
    Hostile.read(new AndroidPackage(), bytes);
  }

  @FuzzTest
  void readsAnythingAsJavaDoes(byte[] bytes) {
    Hostile.read(new Jar(), bytes);
  }

  @FuzzTest
  void readsAnArchiveBehindAnything(byte[] bytes) {
    Hostile.read(new AppendedZip(), bytes);
  }
}
