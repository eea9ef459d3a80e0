package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  static Stream<VersionTexts.Row> rows() {
    return Stream.of(VersionTexts.lone(), VersionTexts.symbolVersions(), VersionTexts.fileNames())
        .flatMap(table -> table.rows().stream());
  }

  static Stream<VersionTexts.Row> programs() {
    return VersionTexts.programs().rows().stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramIsOfTheVersionThatIsItsOnlyOne(VersionTexts.Row row) throws Exception {
    String version = row.version(row.recognised()).orElseThrow();
    assertThat(row.version(row.ignored())).isEmpty();
    String marked = texts(row.libraries().getFirst(), row.recognised());
    assertThat(told(row, marked)).containsExactly(version);
    assertThat(told(row, texts(row.libraries().getFirst(), row.ignored()))).doesNotContain(version);
    assertThat(told(row, texts("another program", row.recognised()))).doesNotContain(version);
  }

  private List<String> told(VersionTexts.Row row, String source) throws Exception {
    return found("libmine.so.1", source).stream()
        .filter(each -> each.component().name().equals(row.product()))
        .map(each -> each.component().version())
        .toList();
  }

  /** A source whose constants are these texts. */
  private static String texts(String... texts) {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      source
          .append("const char *text%d(void) { return \"".formatted(i))
          .append(texts[i].replace("\"", "\\\""))
          .append("\"; }\n");
    }
    return source.toString();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowTakesItsOneTextAndNotTheOther(VersionTexts.Row row) {
    assertThat(row.version(row.recognised())).isPresent();
    assertThat(row.version(row.ignored())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyLibraryIsOneThatTheProductIsKnownBy(VersionTexts.Row row) {
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
  void aVersionMayStandBehindANumberThatEndsLikeText() throws Exception {
    String behind = "const char constants[] = \"\\0\\0\\0\\020%s3.46.1\";\n";
    for (String number : List.of(">", "O")) {
      assertThat(library("libsqlite3.so.0", behind.formatted(number)).component().version())
          .as(number)
          .isEqualTo("3.46.1");
    }
    for (String text : List.of("z", "2>", "1O", "1?")) {
      assertThat(library("libsqlite3.so.0", behind.formatted(text)).component().version())
          .as(text)
          .isEmpty();
    }
    String other = "const char *told(void) { return \"3.7.17\"; }\n";
    assertThat(library("libsqlite3.so.0", behind.formatted(">") + other).component().version())
        .isEqualTo("3.7.17");
  }

  @Test
  void aLibraryOfOthersTellsNothing() throws Exception {
    assertThat(found("libmine.so.1", SQLITE)).isEmpty();
  }

  @Test
  void theNewestOfItsSymbolVersionsIsTheLibrarys() throws Exception {
    Described found =
        software(compiled("libtalloc.so.2", "", "TALLOC_2.0.2", "TALLOC_2.10.0", "TALLOC_2.9.0"))
            .getFirst();
    assertThat(found.component().version()).isEqualTo("2.10.0");
    assertThat(found.evidence().getFirst().evidence().excerpt()).isEqualTo("TALLOC_2.10.0");
  }

  @Test
  void symbolVersionsOfAnotherLibraryAreNotTheLibrarys() throws Exception {
    byte[] library = compiled("libtalloc.so.2", "", "PYTALLOC_UTIL_2.4.0", "TDB_1.4.8");
    assertThat(software(library).getFirst().component().version()).isEmpty();
  }

  @Test
  void aFileIsOfTheVersionBehindItsSoname() throws Exception {
    byte[] snappy = compiled("libsnappy.so.1", "int a;\n");
    assertThat(version("usr/lib/libsnappy.so.1.1.9", snappy)).isEqualTo("1.1.9");
    assertThat(version("usr/lib/libsnappy.so.1", snappy)).isEmpty();
    assertThat(version("usr/lib/libother.so.1.1.9", snappy)).isEmpty();
    assertThat(version("usr/lib/libsnappy-c.so.1.1.9", snappy)).isEmpty();
    byte[] other = compiled("libmine.so.1", "int a;\n");
    assertThat(Tree.ofASystem().file("usr/lib/libsnappy.so.1.1.9", other).all("software"))
        .isEmpty();
  }

  @Test
  void aFileMayHaveItsVersionBeforeTheSuffixOrInPartsOfItsName() throws Exception {
    byte[] loader = compiled("ld-uClibc.so.1", "int a;\n");
    assertThat(version("lib/ld-uClibc-1.0.45.so", loader)).isEqualTo("1.0.45");
    assertThat(version("lib/ld-uClibc-0.9.33.2.so", loader)).isEqualTo("0.9.33.2");
    assertThat(version("lib/ld-uClibc.so.1", loader)).isEmpty();
    byte[] sdl = compiled("libSDL2-2.0.so.0", "int a;\n");
    assertThat(version("usr/lib/libSDL2-2.0.so.0.14.0", sdl)).isEqualTo("2.0.14");
    assertThat(version("usr/lib/libSDL2-2.0.so.0.2600.5", sdl)).isEqualTo("2.26.5");
    byte[] stream = compiled("libgstreamer-1.0.so.0", "int a;\n");
    assertThat(version("usr/lib/libgstreamer-1.0.so.0.1804.0", stream)).isEqualTo("1.18.4");
    byte[] zzip = compiled("libzzip-0.so.13", "int a;\n");
    assertThat(version("usr/lib/libzzip-0.so.13.0.78", zzip)).isEqualTo("0.13.78");
  }

  @Test
  void aTextInDataCountsWhereConstantsHaveNone() throws Exception {
    String written = "char version[] = \"7.17\"; const char *told(void) { return version; }\n";
    assertThat(library("libipset.so.13", written).component().version()).isEqualTo("7.17");
    String both = written + "const char *one(void) { return \"7.10\"; }\n";
    assertThat(library("libipset.so.13", both).component().version()).isEqualTo("7.10");
    String several = both + "const char *two(void) { return \"7.11\"; }\n";
    assertThat(library("libipset.so.13", several).component().version()).isEmpty();
  }

  @Test
  void aFileNumberedByItsInterfaceIsOfTheReleaseThatHasIt() throws Exception {
    byte[] freetype = compiled("libfreetype.so.6", "int a;\n");
    assertThat(version("usr/lib/libfreetype.so.6.17.4", freetype)).isEqualTo("2.10.4");
    assertThat(version("usr/lib/libfreetype.so.6.99.0", freetype)).isEmpty();
    byte[] snappy = compiled("libsnappy.so.1", "int a;\n");
    assertThat(version("usr/lib/libfreetype.so.6.17.4", snappy)).isEmpty();
  }

  @Test
  void everyReleaseIsOfAProductThatIsKnownByTheLibrary() {
    for (FileReleases.Release release : FileReleases.all()) {
      assertThat(Products.standard().ofSoname(release.file()))
          .as(release.file())
          .map(ProductSignature::product)
          .contains(release.product());
    }
  }

  @Test
  void whatALibraryHoldsGoesBeforeTheNameOfItsFile() throws Exception {
    byte[] talloc = compiled("libtalloc.so.2", "", "TALLOC_2.4.0");
    assertThat(version("usr/lib/libtalloc.so.2.3.1", talloc)).isEqualTo("2.4.0");
  }

  private static String version(String path, byte[] content) {
    return Tree.ofASystem().file(path, content).only("software").component().version();
  }

  private Described library(String soname, String source) throws Exception {
    List<Described> found = found(soname, source);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private List<Described> found(String soname, String source) throws Exception {
    return software(compiled(soname, source));
  }

  private static List<Described> software(byte[] content) {
    return Tree.ofASystem().file("usr/lib/renamed.bin", content).all("software");
  }

  /** A library with a function in each of the symbol versions. */
  private byte[] compiled(String soname, String source, String... versions) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
    StringBuilder code = new StringBuilder(source);
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < versions.length; i++) {
      code.append("void f%d(void) {}\n".formatted(i));
      script.append("%s { global: f%d; };\n".formatted(versions[i], i));
    }
    Path unit = Files.writeString(folder.resolve("library.c"), code);
    Path map = Files.writeString(folder.resolve("library.map"), script);
    Path library = folder.resolve("library");
    List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC"));
    if (versions.length > 0) {
      command.add("-Wl,--version-script=" + map);
    }
    command.addAll(List.of("-Wl,-soname," + soname, "-o", library.toString(), unit.toString()));
    Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(gcc.waitFor()).as(said).isZero();
    return Files.readAllBytes(library);
  }
}
