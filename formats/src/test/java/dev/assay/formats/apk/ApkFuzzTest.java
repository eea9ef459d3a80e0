package dev.assay.formats.apk;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ApkFuzzTest {
  @FuzzTest
  void answersAnyBytesWithAPackageOrMalformed(byte[] content) {
    ApkDirectoryTest.survives(content);
  }
}
