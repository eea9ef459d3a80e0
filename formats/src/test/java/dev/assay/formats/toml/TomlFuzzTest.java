package dev.assay.formats.toml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Malformed;

class TomlFuzzTest {
  @FuzzTest
  void answersAnyBytesWithADocumentOrMalformed(byte[] bytes) {
    try {
      Toml.parse(bytes);
    } catch (Malformed expected) {
      // Any bytes may be none.
    }
  }
}
