package dev.assay.inspect.keys;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.pem.Pem;
import java.util.Set;

class KeyMaterialFuzzTest {
  @FuzzTest
  void answersAnyBytesWithMaterialOrMalformed(byte[] content) {
    survives(content);
  }

  static void survives(byte[] content) {
    KeyMaterialInspector inspector = new KeyMaterialInspector();
    Bytes bytes = Bytes.of(content);
    try {
      if (inspector.wants("application/octet-stream", bytes, Set.of(Pem.BEGIN))) {
        inspector.inspect(bytes);
      }
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
