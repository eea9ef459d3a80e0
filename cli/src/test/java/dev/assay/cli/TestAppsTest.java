package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.formats.Bytes;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.android.code.AndroidCodeFacts;
import dev.assay.inspect.android.code.AndroidCodeReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packages whose code runs in another app, as a test of it. */
class TestAppsTest {
  private static final Map<String, Object> CODE =
      Map.of("calls", List.of("static javax.crypto.Cipher.getInstance(DES)"));

  @Test
  void hideNoCodeWhereTheClassThatStartsThemIsInTheOtherApp() {
    assertThat(code(Map.of("tests", "test.other", "code", CODE)).hidden()).isEmpty();
    assertThat(code(Map.of("tests", "test.control", "code", CODE)).hidden())
        .singleElement()
        .asString()
        .startsWith("instrumentation androidx.test.runner.AndroidJUnitRunner is in no DEX file");
  }

  @Test
  void areReadWholeBecauseTestsAreStartedByTheirNames() {
    assertThat(code(Map.of("tests", "test.other", "code", CODE)).patterns())
        .containsKey("cipher-des");
  }

  @Test
  void sayWhichAppTheyTest() {
    assertThat(app(Map.of("tests", "test.other")).tests()).isEqualTo("test.other");
    assertThat(app(Map.of()).tests()).isEmpty();
  }

  private static AndroidCodeFacts code(Map<String, Object> parameters) {
    return new AndroidCodeReader().inspect(made(parameters)).orElseThrow();
  }

  private static AndroidPackageFacts app(Map<String, Object> parameters) {
    return new AndroidPackageReader().inspect(made(parameters)).orElseThrow();
  }

  private static Bytes made(Map<String, Object> parameters) {
    return Bytes.of(new AndroidForge().make(parameters));
  }
}
