package dev.assay.formats.appbundle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class AppBundleFuzzTest {
  @FuzzTest
  void answersAnyBytesWithAnElementOrMalformed(byte[] content) {
    try {
      BundleXml.read(Bytes.of(content));
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }

  @FuzzTest
  void answersAnyBytesWithResourcesOrMalformed(byte[] content) {
    try {
      BundleResources resources = BundleResources.read(Bytes.of(content));
      resources.text(0x7F010000);
      resources.constant(0x7F010000);
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
