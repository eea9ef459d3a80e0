package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A library tells its version by the one text that can be it. */
class LoneVersionTest {
  private static final String SQLITE =
      "const char version[] = \"3.46.1\"; const char *told(void) { return version; }\n";

  @TempDir private Path folder;

  static Stream<LoneVersions.Row> rows() {
    return LoneVersions.standard().rows().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowTakesItsOneTextAndNotTheOther(LoneVersions.Row row) {
    assertThat(row.version(row.recognised())).isPresent();
    assertThat(row.version(row.ignored())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyLibraryIsOneThatTheProductIsKnownBy(LoneVersions.Row row) {
    for (String library : row.libraries()) {
      assertThat(Products.standard().ofSoname(library + ".so"))
          .as(library)
          .map(ProductSignature::product)
          .contains(row.product());
    }
  }

  @Test
  void aLibraryIsOfTheVersionThatIsItsOnlyOne() throws Exception {
    Described found = library("libsqlite3.so.0", SQLITE);
    assertThat(found.component().version()).isEqualTo("3.46.1");
    assertThat(found.component().cpe()).startsWith("cpe:2.3:a:sqlite:sqlite:3.46.1:");
    assertThat(found.evidence().getFirst().evidence().excerpt()).isEqualTo("3.46.1");
  }

  @Test
  void numbersOfAVersionAreJoined() throws Exception {
    Described found = library("libxml2.so.2", "const char *told(void) { return \"20914\"; }\n");
    assertThat(found.component().version()).isEqualTo("2.9.14");
  }

  @Test
  void ofTwoVersionsNeitherIsTold() throws Exception {
    Described found =
        library("libsqlite3.so.0", SQLITE + "const char *other(void) { return \"3.7.17\"; }\n");
    assertThat(found.component().version()).isEmpty();
    assertThat(found.unknown()).isNotEmpty();
  }

  @Test
  void aVersionWithinAnotherTextIsNotTheLibrarys() throws Exception {
    Described found =
        library("libsqlite3.so.0", "const char *told(void) { return \"needs 3.46.1\"; }\n");
    assertThat(found.component().version()).isEmpty();
  }

  @Test
  void aLibraryOfOthersTellsNothing() throws Exception {
    assertThat(found("libmine.so.1", SQLITE)).isEmpty();
  }

  private Described library(String soname, String source) throws Exception {
    List<Described> found = found(soname, source);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private List<Described> found(String soname, String source) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    Path code = Files.writeString(folder.resolve("library.c"), source);
    Path library = folder.resolve("library");
    Process gcc =
        new ProcessBuilder(
                List.of(
                    "gcc",
                    "-shared",
                    "-fPIC",
                    "-Wl,-soname," + soname,
                    "-o",
                    library.toString(),
                    code.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(gcc.waitFor()).as(said).isZero();
    return Tree.ofASystem()
        .file("usr/lib/renamed.bin", Files.readAllBytes(library))
        .all("software");
  }
}
