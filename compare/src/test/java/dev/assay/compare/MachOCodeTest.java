package dev.assay.compare;

import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which instruction of which function of a Mach-O program differs. */
class MachOCodeTest {
  private static final int X86_64 = 0x1000007;
  private static final int ARM64 = 0x100000C;
  private static final int CODE = 0x200;
  private static final int SYMBOLS = 0x280;
  private static final int NAMES = 0x2C0;

  /** S_ATTR_PURE_INSTRUCTIONS and S_ATTR_SOME_INSTRUCTIONS. */
  private static final int INSTRUCTIONS = 0x8000_0400;

  /** {@code _f} at 0x1000 and {@code _g} behind it. */
  private static byte[] program(int processor, String f, String g) {
    byte[] code = HexFormat.of().parseHex(f + g);
    byte[] section =
        little(
            padded("__text", 16),
            padded("__TEXT", 16),
            0x1000L,
            (long) code.length,
            CODE,
            4,
            0,
            0,
            INSTRUCTIONS,
            0,
            0,
            0);
    byte[] segment =
        little(
            0x19,
            72 + section.length,
            padded("__TEXT", 16),
            0x1000L,
            0x1000L,
            0L,
            0x2C8L,
            7,
            5,
            1,
            0,
            section);
    byte[] symbols = little(2, 24, SYMBOLS, 2, NAMES, 8);
    byte[] head =
        little(0xFEEDFACF, processor, 3, 2, 2, segment.length + 24, 0, 0, segment, symbols);
    byte[] names =
        little(
            1,
            (byte) 0x0F,
            (byte) 1,
            (short) 0,
            0x1000L,
            4,
            (byte) 0x0F,
            (byte) 1,
            (short) 0,
            0x1000L + f.length() / 2);
    return whole(head, code, names);
  }

  /** The same for 32 bits, without symbols. */
  private static byte[] narrow(String hex) {
    byte[] code = HexFormat.of().parseHex(hex);
    byte[] section =
        little(
            padded("__text", 16),
            padded("__TEXT", 16),
            0x1000,
            code.length,
            CODE,
            4,
            0,
            0,
            INSTRUCTIONS,
            0,
            0);
    byte[] segment =
        little(
            1,
            56 + section.length,
            padded("__TEXT", 16),
            0x1000,
            0x1000,
            0,
            0x2C8,
            7,
            5,
            1,
            0,
            section);
    return whole(little(0xFEEDFACE, 7, 3, 2, 1, segment.length, 0, segment), code, new byte[0]);
  }

  private static byte[] whole(byte[] head, byte[] code, byte[] symbols) {
    byte[] whole = concat(Arrays.copyOf(head, CODE), code);
    whole = concat(Arrays.copyOf(whole, SYMBOLS), symbols);
    return concat(Arrays.copyOf(whole, NAMES), bytes("\0_f\0_g\0\0"));
  }

  @Test
  void theInstructionIsToldWithItsFunction() {
    assertThat(
            instructions(
                program(X86_64, "b801000000c3", "31c0c3"),
                program(X86_64, "b801000000c3", "31dbc3")))
        .containsExactly(
            Aspect.change("instruction of _g at +0x0", "xor eax, eax", "xor ebx, ebx"));
  }

  @Test
  void callsNameWhatTheyReachWhereverItIs() {
    String first = "e8" + "05000000" + "c3"; // call _g, which is 4 bytes behind it
    assertThat(
            instructions(
                program(X86_64, first + "90909090", "31c0c3"),
                program(X86_64, "e8" + "06000000" + "c3" + "9090909090", "31c0c3")))
        .containsExactly(Aspect.change("instruction of _f at +0xa", "", "nop"));
  }

  @Test
  void codeOf32BitsIsReadAsSuch() {
    assertThat(instructions(narrow("4048c3"), narrow("4148c3")))
        .containsExactly(
            Aspect.change("instruction of __TEXT,__text at +0x0", "inc eax", "inc ecx"));
  }

  @Test
  void ofAnotherProcessorNoInstructionIsTold() {
    assertThat(
            instructions(
                program(ARM64, "000080d2", "c0035fd6"), program(ARM64, "200080d2", "c0035fd6")))
        .isEmpty();
  }

  private static List<Aspect> instructions(byte[] left, byte[] right) {
    return Compared.bytes(left, right)
        .isDifferent()
        .comparison()
        .findings()
        .getFirst()
        .aspects()
        .stream()
        .filter(each -> each.what().startsWith("instruction"))
        .toList();
  }
}
