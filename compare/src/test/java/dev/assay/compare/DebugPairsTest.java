package dev.assay.compare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program says to debuggers is told entry by entry, of compilers' own output. */
class DebugPairsTest {
  private static final String SOURCE =
      """
      struct point { int x; int y; };
      static int sum(struct point *of) { int all = of->x + of->y; return all; }
      int main(int argc, char **argv) { struct point p = {argc, 2}; return sum(&p); }
      """;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-gdwarf-2 -gstrict-dwarf",
        "-gdwarf-3",
        "-gdwarf-4",
        "-gdwarf-5",
        "-gdwarf-5 -gdwarf64",
        "-gdwarf-4 -fdebug-types-section",
        "-gdwarf-5 -gz=zlib"
      })
  void oneNameThatIsAnotherIsToldAsThat(String options) throws Exception {
    object("1", SOURCE, options);
    object("2", SOURCE.replace("all", "any"), options);
    assertThat(entries("1", "2"))
        .containsExactly(
            Aspect.change(
                "debug entry of x.c: DW_TAG_subprogram sum: DW_TAG_variable all, DW_AT_name",
                "all",
                "any"));
  }

  @Test
  void oneTypeThatIsAnotherIsToldByName() throws Exception {
    object("1", SOURCE, "-g");
    object("2", SOURCE.replace("int x;", "unsigned x;"), "-g");
    assertThat(entries("1", "2"))
        .contains(
            Aspect.change(
                "debug entry of x.c: DW_TAG_structure_type point: DW_TAG_member x, DW_AT_type",
                "int",
                "unsigned int"))
        .noneMatch(each -> each.what().contains("DW_TAG_member y, DW_AT_type"));
  }

  @Test
  void aLineFurtherMovesDeclarationsAndRowsAndNothingElse() throws Exception {
    object("1", SOURCE, "-g");
    object("2", SOURCE.replace("int main", "\nint main"), "-g");
    assertThat(entries("1", "2"))
        .contains(
            Aspect.change("debug entry of x.c: DW_TAG_subprogram main, DW_AT_decl_line", "3", "4"))
        .allSatisfy(each -> assertThat(each.what()).contains("main").endsWith("_line"));
    assertThat(told("1", "2", "lines of x.c"))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.before()).startsWith("x.c:3:");
              assertThat(each.after()).startsWith("x.c:4:");
            });
  }

  @Test
  void theCompilerAndItsOptionsAreTold() throws Exception {
    object("1", SOURCE, "-g -gdwarf-5 -fno-common");
    object("2", SOURCE, "-g -gdwarf-5 -fcommon");
    assertThat(entries("1", "2"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.what()).isEqualTo("debug entry of x.c, DW_AT_producer");
              assertThat(each.after()).contains("-fcommon");
            });
  }

  @Test
  void anEntryThatIsNewIsToldWithWhatItSays() throws Exception {
    object("1", SOURCE, "-g");
    object("2", SOURCE + "int more(int of) { return of; }\n", "-g");
    assertThat(entries("1", "2"))
        .anySatisfy(
            each -> {
              assertThat(each.what()).isEqualTo("debug entry of x.c: DW_TAG_subprogram more");
              assertThat(each.before()).isEmpty();
              assertThat(each.after())
                  .contains("DW_AT_type int", "DW_AT_decl_line 4", "DW_AT_low_pc more")
                  .endsWith("1 entries in it");
            });
  }

  @Test
  void whereInLinkedProgramsVariablesAreIsToldByFunction() throws Exception {
    String more = "#include <stdio.h>\n" + SOURCE;
    for (String name : List.of("1", "2")) {
      String added = name.equals("1") ? "" : "int filler(int a) { return puts(\"x\") + a; }\n";
      Files.writeString(dir.resolve("f.c"), "#include <stdio.h>\n" + added);
      Files.writeString(dir.resolve("x.c"), more);
      Tool.run(dir, "gcc", "-g", "-O2", "-o", name, "f.c", "x.c");
    }
    assertThat(entries("1", "2"))
        .as("what only moved is no difference")
        .allSatisfy(each -> assertThat(each.what()).contains("f.c"));
  }

  /** As they are told where code differs as well, and else taken away as equal. */
  @Test
  void anotherFolderOfTheSourceAloneIsEquivalent() throws Exception {
    Path folder = Files.createDirectories(dir.resolve("one/src"));
    Files.writeString(folder.resolve("x.c"), SOURCE);
    Tool.run(folder, "gcc", "-c", "-g", "-o", "x.o", "x.c");
    byte[] object = Files.readAllBytes(folder.resolve("x.o"));
    String moved = new String(object, ISO_8859_1).replace("/one/src", "/two/src");
    Compared.bytes(object, moved.getBytes(ISO_8859_1)).isEquivalentExcept(Equivalence.BUILD_PATH);
  }

  @Test
  void zstdIsReadAsWell() throws Exception {
    assumeThat(compresses()).as("the compiler knows -gz=zstd").isTrue();
    object("1", SOURCE, "-g -gz=zstd");
    object("2", SOURCE.replace("all", "any"), "-g -gz=zstd");
    assertThat(entries("1", "2")).hasSize(1);
  }

  private boolean compresses() throws Exception {
    Files.writeString(dir.resolve("x.c"), SOURCE);
    Tool.needs("gcc");
    return new ProcessBuilder("gcc", "-c", "-g", "-gz=zstd", "-o", "z", "x.c")
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Whatever lies: no fault, and never nothing. */
  @Test
  void noByteOfDebuggingInformationDiffersUnnoticed() throws Exception {
    object("1", SOURCE, "-g");
    byte[] object = Files.readAllBytes(dir.resolve("1"));
    for (int at = 0x40; at < object.length; at += 3) {
      byte[] flipped = object.clone();
      flipped[at] ^= (byte) (at % 2 == 0 ? 0xFF : 0x41);
      assertThat(Compared.bytes(object, flipped).comparison().findings())
          .as("byte %#x", at)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.aspects()).isNotEmpty());
    }
  }

  private List<Aspect> entries(String left, String right) {
    return told(left, right, "debug ");
  }

  private List<Aspect> told(String left, String right, String start) {
    return Compared.files(dir.resolve(left), dir.resolve(right))
        .isDifferent()
        .comparison()
        .findings()
        .getFirst()
        .aspects()
        .stream()
        .filter(each -> each.what().startsWith(start))
        .filter(each -> !each.what().startsWith("debug information"))
        .toList();
  }

  private void object(String name, String source, String options) throws Exception {
    Files.writeString(dir.resolve("x.c"), source);
    String command = "gcc -c -O0 " + options + " -o " + name + " x.c";
    Tool.run(dir, command.split(" "));
  }
}
