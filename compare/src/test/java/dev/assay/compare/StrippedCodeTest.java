package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code without symbols is told by the functions that call frames know of. */
class StrippedCodeTest {
  private static final String SOURCE =
      """
      #include <stdio.h>
      #define APART __attribute__((noinline)) static
      APART int one(int a) { return a * 3 + %d; }
      %s
      APART int two(int a) { return one(a) * 5 + printf("%%d", a); }
      APART int three(int a) { for (int i = 0; i < a; i++) a += two(i); return a - %d; }
      int main(int argc, char **argv) { return one(argc) + two(argc) + three(argc); }
      """;

  @TempDir Path dir;

  @BeforeEach
  void makesCodeForX86() {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the compiler makes code for x86");
  }

  @Test
  void eachInstructionIsToldInItsFunction() throws Exception {
    program("1", SOURCE.formatted(1, "", 7));
    program("2", SOURCE.formatted(2, "", 8));
    List<Aspect> found = instructions("1", "2");
    assertThat(found)
        .hasSize(2)
        .allSatisfy(
            each -> assertThat(each.what()).matches("instruction of sub_1\\w+ at \\+0x\\w+"));
    assertThat(found).extracting(StrippedCodeTest::function).doesNotHaveDuplicates();
  }

  @Test
  void whatMovedBehindANewFunctionIsNoDifference() throws Exception {
    String added = "APART int more(int a) { return a ? puts(\"more\") : more(a - 1) + 9; }";
    program("1", SOURCE.formatted(1, "int more(int a);", 7));
    program(
        "2",
        SOURCE
            .formatted(1, added.replace("APART", ""), 7)
            .replace("return one(argc) +", "return one(argc) + more(argc) +"));
    assertThat(instructions("1", "2"))
        .isNotEmpty()
        .extracting(StrippedCodeTest::function)
        .as("only what calls it differs")
        .containsOnly(function(instructions("1", "2").getFirst()));
  }

  /** A byte between functions that begins no instruction would else swallow the next ones. */
  @Test
  void decodingBeginsAnewWithEachFunction() throws Exception {
    String source =
        " .text\n .byte 0x48, 0xb8\nf: .cfi_startproc\n mov $%d, %%eax\n ret\n .cfi_endproc\n"
            + " .byte 0x48, 0xb8\ng: .cfi_startproc\n mov $%d, %%ecx\n ret\n .cfi_endproc\n";
    assembly("1", source.formatted(1, 3));
    assembly("2", source.formatted(2, 4));
    assertThat(instructions("1", "2"))
        .extracting(Aspect::before)
        .containsExactly("mov eax, 0x1", "mov ecx, 0x3");
  }

  private static String function(Aspect aspect) {
    return aspect.what().replaceFirst(" at .*", "");
  }

  private List<Aspect> instructions(String left, String right) {
    return Compared.files(dir.resolve(left), dir.resolve(right))
        .isDifferent()
        .comparison()
        .findings()
        .getFirst()
        .aspects()
        .stream()
        .filter(each -> each.what().startsWith("instruction"))
        .toList();
  }

  private void program(String name, String source) throws Exception {
    Files.writeString(dir.resolve("m.c"), source);
    Tool.run(dir, "gcc", "-O1", "-s", "-o", name, "m.c");
  }

  private void assembly(String name, String source) throws Exception {
    Files.writeString(dir.resolve("m.s"), source);
    Tool.run(dir, "as", "-o", "m.o", "m.s");
    Tool.run(dir, "strip", "--strip-unneeded", "-o", name, "m.o");
  }
}
