package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A library tells its version by a function that returns or stores numbers. */
class VersionFunctionTest {
  @TempDir private Path folder;

  static List<VersionFunction> rows() {
    return VersionFunctions.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyLibraryIsOneThatTheProductIsKnownBy(VersionFunction row) {
    KnownLibraries.areOf(row.product(), row.libraries());
  }

  /** Each row with libraries of its own. */
  @ParameterizedTest
  @MethodSource("rows")
  void aRowIsProvenByWhatItTellsAndWhatItDoesNot(VersionFunction row) throws Exception {
    VersionControls controls = row.controls();
    for (String library : row.libraries()) {
      assertThat(library(library + ".so.1", source(row, controls.told())).component().version())
          .isEqualTo(controls.version());
      assertThat(library(library + ".so.1", source(row, controls.others())).component().version())
          .isEmpty();
    }
  }

  /** Of a function that tells the numbers in the way of the row. */
  private static String source(VersionFunction row, List<String> numbers) {
    return switch (row.telling()) {
      case VersionFunction.Returned number ->
          "unsigned %s(void) { return %s; }".formatted(row.symbol(), numbers.getFirst());
      case VersionFunction.Stored stored ->
          "void %s(int *a, int *b, int *c) { *a = %s; *b = %s; *c = %s; }"
              .formatted(row.symbol(), numbers.get(0), numbers.get(1), numbers.get(2));
      case VersionFunction.PointedAt numbersThere ->
          "static const unsigned short v[] = {%s}; const void *%s(void) { return v; }"
              .formatted(String.join(", ", numbers), row.symbol());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "libwebp.so.7, 'int WebPGetDecoderVersion(void) { return 0x010302; }', 1.3.2",
    "liblz4.so.1, 'int LZ4_versionNumber(void) { return 10904; }', 1.9.4",
    "liblzma.so.5, 'unsigned lzma_version_number(void) { return 50040012; }', 5.4.1",
    "libmbedcrypto.so.7, 'unsigned mbedtls_version_get_number(void) { return 0x021C0300; }', 2.28.3",
    "libmimalloc.so.2, 'int mi_version(void) { return 209; }', 2.0.9",
    "libmimalloc.so.3, 'int mi_version(void) { return 3208; }', 3.2.8",
    "libmimalloc.so.3, 'int mi_version(void) { return 30600; }', 3.6.0",
    "liblcms2.so.2, 'int cmsGetEncodedCMMversion(void) { return 2140; }', 2.14",
    "libzmq.so.5, 'void zmq_version(int *a, int *b, int *c) { *a = 4; *b = 3; *c = 5; }', 4.3.5",
    "libgc.so.1, 'unsigned GC_get_version(void) { return 0x080206; }', 8.2.6",
    "libopenmpt.so.0, 'unsigned _ZN7openmpt19get_library_versionEv(void) { return 0x00070003; }', 0.7.3",
    "libharfbuzz.so.0, 'void hb_version(int *a, int *b, int *c) { *a = 6; *b = 0; *c = 0; }', 6.0.0",
    "libusb-1.0.so.0, 'static const struct { unsigned short a, b, c, d; const char *e; } v = { 1, 0, 26, 11724, \"\" };"
        + " const void *libusb_get_version(void) { return &v; }', 1.0.26"
  })
  void theFunctionTellsTheVersion(String soname, String source, String version) throws Exception {
    Described found = library(soname, source);
    assertThat(found.component().version()).isEqualTo(version);
    assertThat(found.evidence().getFirst().evidence().excerpt()).endsWith(" tells " + version);
    assertThat(found.unknown()).doesNotContainKey("version");
  }

  /** What is not understood, or cannot be a version, is none. */
  @ParameterizedTest
  @CsvSource({
    "libwebp.so.7, 'int asked; int WebPGetDecoderVersion(void) { return asked ? 0x010302 : 0x010303; }'",
    "libwebp.so.7, 'extern int other(void); int WebPGetDecoderVersion(void) { return other(); }'",
    "libwebp.so.7, 'int WebPGetDecoderVersion(int given) { return given; }'",
    "libwebp.so.7, 'int WebPGetDecoderVersion(void) { return 0; }'",
    "libwebp.so.7, 'int WebPGetDecoderVersion(void) { return -1; }'",
    "libwebp.so.7, 'int WebPGetDecoderVersion = 0x010302;'",
    "libwebp.so.7, 'int WebPGetEncoderVersion(void) { return 0x010302; }'",
    "libzmq.so.5, 'void zmq_version(int *a, int *b, int *c) { *a = 4; *b = 3; }'",
    "libzmq.so.5, 'void zmq_version(int *a, int *b, int c) { *a = 4; *b = 3; *b = c; }'",
  })
  void aFunctionThatIsNotUnderstoodTellsNone(String soname, String source) throws Exception {
    Described found = library(soname, source);
    assertThat(found.component().version()).isEmpty();
    assertThat(found.unknown()).containsKey("version");
  }

  @Test
  void aFunctionOfAnotherLibraryTellsNothing() throws Exception {
    byte[] mine =
        CompiledLibrary.of(
            folder, "libmine.so.1", "int WebPGetDecoderVersion(void) { return 0x010302; }");
    assertThat(Tree.ofASystem().file("usr/lib/a", mine).all("software")).isEmpty();
  }

  private Described library(String soname, String source) throws Exception {
    return Tree.ofASystem()
        .file("usr/lib/renamed.bin", CompiledLibrary.of(folder, soname, source))
        .only("software");
  }
}
