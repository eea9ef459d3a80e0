package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How functions are unwound is told by function, in the words of the standard. */
class UnwindingPairsTest {
  private static final String FUNCTIONS =
      """
       .globl f
       .type f, @function
      f: .cfi_startproc
       push %%rbp
       .cfi_def_cfa_offset 16
       .cfi_offset %%rbp, %d
       pop %%rbp
       .cfi_def_cfa_offset 8
       ret
       .cfi_endproc
       .size f, . - f
      %s
       .globl g
       .type g, @function
      g: .cfi_startproc%s
       nop
       ret
       .cfi_endproc
       .size g, . - g
      """;

  @TempDir Path dir;

  @BeforeEach
  void makesCodeForX86() {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the assembler makes code for x86");
  }

  @Test
  void theInstructionOfOneFunctionIsTold() throws Exception {
    object("1", FUNCTIONS.formatted(-16, "", ""));
    object("2", FUNCTIONS.formatted(-8, "", ""));
    assertThat(frames("1", "2"))
        .containsExactly(
            Aspect.change(
                ".eh_frame FDE of f, instruction 2",
                "DW_CFA_offset r6, -16",
                "DW_CFA_offset r6, -8"));
  }

  @Test
  void whatIsOnOneSideOnlyIsToldAsAWhole() throws Exception {
    object("1", FUNCTIONS.formatted(-16, "", ""));
    object("2", FUNCTIONS.formatted(-16, "h: .cfi_startproc\n ret\n .cfi_endproc", ""));
    assertThat(frames("1", "2"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.what()).startsWith(".eh_frame FDE of new sub_");
              assertThat(each.before()).isEmpty();
              assertThat(each.after()).startsWith("0x1 bytes, CIE 1");
            });
  }

  @Test
  void aFunctionThatGrewIsToldWithItsLength() throws Exception {
    object("1", FUNCTIONS.formatted(-16, "", ""));
    object("2", FUNCTIONS.formatted(-16, "", "\n nop"));
    assertThat(frames("1", "2"))
        .containsExactly(
            Aspect.change(".eh_frame FDE of g", "0x2 bytes, CIE 1", "0x3 bytes, CIE 1"));
  }

  @Test
  void anotherCommonEntryIsToldField() throws Exception {
    object("1", FUNCTIONS.formatted(-16, "", ""));
    object("2", FUNCTIONS.formatted(-16, "", "\n .cfi_signal_frame"));
    assertThat(frames("1", "2"))
        .contains(Aspect.change(".eh_frame FDE of g", "0x2 bytes, CIE 1", "0x2 bytes, CIE 2"))
        .anySatisfy(
            each -> {
              assertThat(each.what()).isEqualTo(".eh_frame CIE 2");
              assertThat(each.after())
                  .startsWith(
                      "version 1, augmentation \"zRS\", code alignment factor 1, data alignment"
                          + " factor -8, return address column 16, pointers pcrel sdata4;"
                          + " DW_CFA_def_cfa r7, 8; DW_CFA_offset r16, -8");
            });
  }

  @Test
  void framesForDebuggersAreReadToo() throws Exception {
    String section = " .cfi_sections .debug_frame\n";
    object("1", section + FUNCTIONS.formatted(-16, "", ""));
    object("2", section + FUNCTIONS.formatted(-24, "", ""));
    assertThat(frames("1", "2"))
        .containsExactly(
            Aspect.change(
                ".debug_frame FDE of f, instruction 2",
                "DW_CFA_offset r6, -16",
                "DW_CFA_offset r6, -24"));
  }

  @Test
  void aRowForSearchingThatLeadsToAnotherFunctionIsTold() throws Exception {
    Files.writeString(dir.resolve("m.c"), "int f(int a) { return a; } int main() { return f(1); }");
    Tool.run(dir, "gcc", "-O1", "-fno-inline", "-o", "1", "m.c");
    byte[] program = Files.readAllBytes(dir.resolve("1"));
    int head = find(program, new byte[] {1, 0x1B, 3, 0x3B});
    byte[] first = java.util.Arrays.copyOfRange(program, head + 16, head + 20);
    System.arraycopy(first, 0, program, head + 24, 4);
    Files.write(dir.resolve("2"), program);
    assertThat(frames("1", "2"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.what()).startsWith(".eh_frame_hdr row of ");
              assertThat(each.after()).startsWith("leads to ");
            });
  }

  private static int find(byte[] in, byte[] what) {
    for (int at = 0; ; at++) {
      if (java.util.Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
  }

  private List<Aspect> frames(String left, String right) {
    return Compared.files(dir.resolve(left), dir.resolve(right))
        .isDifferent()
        .comparison()
        .findings()
        .getFirst()
        .aspects()
        .stream()
        .filter(each -> each.what().matches("\\.(eh|debug)_frame(_hdr)? (?!bytes).*"))
        .toList();
  }

  private void object(String name, String source) throws Exception {
    Files.writeString(dir.resolve("m.s"), source);
    Tool.run(dir, "as", "-o", name, "m.s");
  }
}
