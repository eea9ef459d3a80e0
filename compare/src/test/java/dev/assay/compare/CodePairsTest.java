package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which function of a program differs, and where in it. */
class CodePairsTest {
  @TempDir Path dir;

  @Test
  void theFunctionThatHoldsTheByteIsNamed() throws Exception {
    object("1", "int first(void) { return 1; } int second(void) { return 42; }");
    object("2", "int first(void) { return 1; } int second(void) { return 43; }");
    assertThat(compared("1", "2").aspects())
        .contains("section .text")
        .anySatisfy(
            each -> assertThat(each).matches("\\.text bytes from 0x\\w+ in second\\+0x\\w+"));
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
