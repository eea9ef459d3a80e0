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

/** A library tells its version by variables that it exports. */
class VersionVariablesTest {
  @TempDir private Path folder;

  static List<VersionVariables> rows() {
    return VersionVariables.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyLibraryIsOneThatTheProductIsKnownBy(VersionVariables row) {
    KnownLibraries.areOf(row.product(), row.libraries());
  }

  /** Each row with libraries of its own. */
  @ParameterizedTest
  @MethodSource("rows")
  void aRowIsProvenByWhatItsVariablesHold(VersionVariables row) throws Exception {
    VersionControls controls = row.controls();
    for (String library : row.libraries()) {
      String soname = library + ".so.1";
      assertThat(library(soname, source(row, controls.told())).component().version())
          .isEqualTo(controls.version());
      assertThat(library(soname, source(row, controls.others())).component().version()).isEmpty();
    }
  }

  private static String source(VersionVariables row, List<String> numbers) {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      source.append("const unsigned %s = %s;".formatted(row.names().get(i), numbers.get(i)));
    }
    return source.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "librsvg-2.so.2, 'const unsigned rsvg_major_version = 2, rsvg_minor_version = 58, rsvg_micro_version = 0;', 2.58.0",
    "libmodbus.so.5, 'const unsigned libmodbus_version_major = 3, libmodbus_version_minor = 1,"
        + " libmodbus_version_micro = 6;', 3.1.6",
    "libreadline.so.8, 'int rl_readline_version = 0x0802;', 8.2",
  })
  void theVariablesHoldTheVersion(String soname, String source, String version) throws Exception {
    Described found = library(soname, source);
    assertThat(found.component().version()).isEqualTo(version);
    assertThat(found.evidence().getFirst().evidence().excerpt()).endsWith(" hold " + version);
    assertThat(found.unknown()).doesNotContainKey("version");
  }

  /** One that is missing, is only set at run time, or cannot be a part of a version. */
  @ParameterizedTest
  @CsvSource({
    "librsvg-2.so.2, 'const unsigned rsvg_major_version = 2, rsvg_minor_version = 58;'",
    "librsvg-2.so.2, 'unsigned rsvg_major_version = 2, rsvg_minor_version = 58, rsvg_micro_version;"
        + " char all[1 << 20]; void set(void) { rsvg_micro_version = 3; }'",
    "librsvg-2.so.2, 'const unsigned rsvg_major_version = 0, rsvg_minor_version = 0, rsvg_micro_version = 0;'",
    "librsvg-2.so.2, 'const unsigned rsvg_major_version = 2, rsvg_minor_version = 58, rsvg_micro_version = 70000;'",
    "libreadline.so.8, 'int rl_readline_version(void) { return 0x0802; }'",
    "libreadline.so.8, 'int rl_readline_version = -1;'",
    "libhistory.so.8, 'int rl_readline_version = 0x0802;'",
  })
  void whatCannotBeOneTellsNone(String soname, String source) throws Exception {
    Described found = library(soname, source);
    assertThat(found.component().version()).isEmpty();
    assertThat(found.unknown()).containsKey("version");
  }

  @Test
  void variablesOfAnotherLibraryTellNothing() throws Exception {
    byte[] mine = CompiledLibrary.of(folder, "libmine.so.1", "int rl_readline_version = 0x0802;");
    assertThat(Tree.ofASystem().file("usr/lib/a", mine).all("software")).isEmpty();
  }

  private Described library(String soname, String source) throws Exception {
    byte[] library = CompiledLibrary.of(folder, soname, source);
    return Tree.ofASystem().file("usr/lib/renamed.bin", library).only("software");
  }
}
