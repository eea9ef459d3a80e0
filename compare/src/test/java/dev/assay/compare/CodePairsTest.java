package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which function of a program differs, and where in it. */
class CodePairsTest {
  /** A loop, with what is added before it and where it begins. */
  private static final String ROUTINE =
      "f: xor %%eax, %%eax\n %s\n1: add $7, %%eax\n dec %%ecx\n jne 1b%s\n ret\n";

  @TempDir Path dir;

  @Test
  void theInstructionIsToldWithTheFunctionItIsIn() throws Exception {
    object("1", "int first(void) { return 1; } int second(void) { return 42; }");
    object("2", "int first(void) { return 1; } int second(void) { return -1; }");
    assertThat(instructions("1", "2"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.what()).matches("instruction of second at \\+0x\\w+");
              assertThat(each.before()).isEqualTo("mov eax, 0x2a");
              assertThat(each.after()).isEqualTo("mov eax, 0xffffffff");
            });
    assertThat(compared("1", "2").aspects())
        .contains("section .text")
        .noneMatch(each -> each.startsWith(".text bytes"));
  }

  @Test
  void ofAnInstructionMoreNothingIsToldOfWhatOnlyMoved() throws Exception {
    assembly("1", ROUTINE.formatted("", ""));
    assembly("2", ROUTINE.formatted("nop", ""));
    assertThat(instructions("1", "2"))
        .containsExactly(Aspect.change("instruction of f at +0x2", "", "nop"));
    assertThat(instructions("2", "1"))
        .containsExactly(Aspect.change("instruction of f at +0x2", "nop", ""));
  }

  @Test
  void aBranchThatGoesElsewhereInItsFunctionIsTold() throws Exception {
    assembly("1", ROUTINE.formatted("", ""));
    assembly("2", ROUTINE.formatted("", "+1"));
    assertThat(instructions("1", "2"))
        .containsExactly(Aspect.change("instruction of f at +0x7", "jne f+0x2", "jne f+0x3"));
  }

  @Test
  void theTextThatCodePointsToIsShown() throws Exception {
    String source = "#include <stdio.h>\nint main(void) { puts(\"%s\"); return 0; }";
    program("1", source.formatted("first\\n"));
    program("2", source.formatted("other\\n"));
    assertThat(instructions("1", "2"))
        .as("the same instruction at the same place points to another text")
        .isEmpty();
    program("3", source.formatted("first\\n").replace("return 0", "puts(\"more\"); return 0"));
    assertThat(instructions("1", "3"))
        .anySatisfy(each -> assertThat(each.after()).contains("`more`"))
        .allSatisfy(each -> assertThat(each.what()).startsWith("instruction of main at "));
  }

  /** Else whoever changes a second instruction could hide the first. */
  @Test
  void oneInstructionThatNamesAnotherPlaceIsNoMove() throws Exception {
    String source =
        "__asm__(\".section .rodata\\n.Lt: .long 1, 2, 3, 4\\n.text\");\n"
            + "__attribute__((noinline)) int f(void) {\n"
            + "  int r; __asm__(\"mov .Lt+%d(%%%%rip), %%0\" : \"=r\"(r)); return r + %d; }\n"
            + "int main(void) { return f(); }\n";
    program("1", source.formatted(0, 5));
    program("2", source.formatted(8, 6));
    assertThat(instructions("1", "2"))
        .extracting(Aspect::after)
        .hasSize(2)
        .anyMatch(each -> each.startsWith("mov "))
        .anyMatch(each -> each.startsWith("add "));
  }

  @Test
  void whatHasMovedIsNoDifference() throws Exception {
    String source =
        "#include <stdio.h>\nint count; static int table[9] = {1, 2, 3};\n"
            + "__attribute__((noinline)) int f(int a) { %s return printf(\"a\") + table[a]; }\n"
            + "__attribute__((noinline)) int g(int a) { return count += table[a] + f(a); }\n"
            + "int main(int n, char **v) { return g(n) + printf(\"%%s %%d\", v[0], f(n)); }\n";
    program("1", source.formatted(""));
    program("2", source.formatted("if (a > 42) puts(\"answer\");"));
    assertThat(instructions("1", "2"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.what()).startsWith("instruction of f at "))
        .anySatisfy(each -> assertThat(each.after()).isEqualTo("lea rdi, [rel `answer`]"))
        .anySatisfy(each -> assertThat(each.after()).isEqualTo("call puts@plt"));
  }

  @Test
  void anotherPlaceInMemoryIsTold() throws Exception {
    String source =
        "int one, two; void f(void) { %s = 1; one = 2; two = 3; one = 4; two = 5; }"
            + " int main(void) { f(); return one + two; }";
    program("1", source.replace("int one", "volatile int one").formatted("one"));
    program("2", source.replace("int one", "volatile int one").formatted("two"));
    assertThat(instructions("1", "2"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.what()).startsWith("instruction of f at ");
              assertThat(each.before()).isNotEqualTo(each.after()).endsWith(", 0x1");
            });
  }

  @Test
  void codeOf32BitsIsReadAsSuch() throws Exception {
    Files.writeString(dir.resolve("1.s"), "f: inc %eax\n .byte 0x48\n ret\n");
    Files.writeString(dir.resolve("2.s"), "f: inc %ecx\n .byte 0x48\n ret\n");
    Tool.run(dir, "as", "--32", "-o", "1", "1.s");
    Tool.run(dir, "as", "--32", "-o", "2", "2.s");
    assertThat(instructions("1", "2"))
        .containsExactly(Aspect.change("instruction of .text at +0x0", "inc eax", "inc ecx"));
  }

  @Test
  void whatIsNoKnownInstructionIsToldByItsBytesAsWell() throws Exception {
    assembly("1", "f: .byte 0x0f, 0x04\n ret\n");
    assembly("2", "f: .byte 0x0f, 0x0a\n ret\n");
    assertThat(instructions("1", "2"))
        .contains(Aspect.change("instruction of f at +0x1", "add al, 0xc3", "or al, bl"));
    assertThat(compared("1", "2").aspects()).anyMatch(each -> each.startsWith(".text bytes from"));
  }

  @Test
  void aFunctionThatGrewIsNamedWithItsSizes() throws Exception {
    object("1", "int f(int a) { return a; } int g(void) { return 7; }");
    object("2", "int f(int a) { return a < 9 ? a * 5 : g(a); } int g(int a) { return 7; }");
    assertThat(compared("1", "2").comparison().findings().getFirst().aspects())
        .filteredOn(aspect -> aspect.what().equals("function f"))
        .singleElement()
        .satisfies(
            aspect -> {
              assertThat(aspect.before()).matches("\\d+ bytes");
              assertThat(aspect.after()).matches("\\d+ bytes").isNotEqualTo(aspect.before());
            });
  }

  @Test
  void anInstructionOfAClassIsTold() throws Exception {
    Files.write(dir.resolve("1.class"), returning(42));
    Files.write(dir.resolve("2.class"), returning(-1));
    assertThat(compared("1.class", "2.class").comparison().findings().getFirst().aspects())
        .contains(Aspect.change("method run()I, instruction 0", "BIPUSH, val=42", "ICONST_M1"));
  }

  @Test
  void ofAnInstructionMoreWhatIsNewIsTold() throws Exception {
    Files.write(dir.resolve("1.class"), printing("one"));
    Files.write(dir.resolve("2.class"), printing("one", "two"));
    assertThat(compared("1.class", "2.class").comparison().findings().getFirst().aspects())
        .contains(
            Aspect.change("method run()V, instruction from 2 on", "", "LDC, val=two"),
            Aspect.change("method run()V, instruction from 2 on", "", "POP"));
  }

  private Compared compared(String left, String right) {
    return Compared.files(dir.resolve(left), dir.resolve(right)).isDifferent();
  }

  /** Compiled for another processor there is no instruction to be told. */
  private List<Aspect> instructions(String left, String right) {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the compiler makes code for x86");
    return compared(left, right).comparison().findings().getFirst().aspects().stream()
        .filter(each -> each.what().startsWith("instruction"))
        .toList();
  }

  private void assembly(String name, String source) throws Exception {
    String whole = " .globl f\n .type f, @function\n" + source + " .size f, . - f\n";
    Files.writeString(dir.resolve("m.s"), whole);
    Tool.run(dir, "as", "-o", name, "m.s");
  }

  private void program(String name, String source) throws Exception {
    Files.writeString(dir.resolve("m.c"), source);
    Tool.run(dir, "gcc", "-O1", "-o", name, "m.c");
  }

  private void object(String name, String source) throws Exception {
    Files.writeString(dir.resolve("m.c"), source);
    Tool.run(dir, "gcc", "-std=gnu90", "-O1", "-c", "-o", name, "m.c");
  }

  private static byte[] returning(int number) {
    return ClassFile.of()
        .build(
            ClassDesc.of("A"),
            type ->
                type.withMethodBody(
                    "run",
                    MethodTypeDesc.of(ConstantDescs.CD_int),
                    ClassFile.ACC_STATIC,
                    code -> code.loadConstant(number).ireturn()));
  }

  private static byte[] printing(String... texts) {
    return ClassFile.of()
        .build(
            ClassDesc.of("A"),
            type ->
                type.withMethodBody(
                    "run",
                    MethodTypeDesc.of(ConstantDescs.CD_void),
                    ClassFile.ACC_STATIC,
                    code -> {
                      for (String text : texts) {
                        code.loadConstant(text).pop();
                      }
                      code.return_();
                    }));
  }
}
