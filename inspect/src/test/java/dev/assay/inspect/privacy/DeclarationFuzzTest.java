package dev.assay.inspect.privacy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

class DeclarationFuzzTest {
  private static void readsOrRefuses(byte[] content, Function<String, DeclarationFacts> reader) {
    try {
      reader.apply(new String(content, StandardCharsets.UTF_8));
    } catch (Malformed refused) {
      // A refusal is an answer.
    }
  }

  @FuzzTest
  void readsAnyDeclaration(byte[] content) {
    readsOrRefuses(content, Declaration::read);
  }

  @FuzzTest
  void readsAnyDataSafetyForm(byte[] content) {
    readsOrRefuses(content, DataSafety::read);
  }
}
