package dev.assay.compare;

import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How functions of programs for 32-bit Arm are unwound, of forged programs. */
class ArmUnwindingTest {
  private static final int ARM = 40;
  private static final int TABLE = 0x2000;

  /** A program of two functions at 0x1000 and 0x1010, and what its table says of them. */
  private static byte[] program(int first, int second) {
    byte[] table =
        little(0x1000 - TABLE & 0x7FFF_FFFF, first, 0x1010 - (TABLE + 8) & 0x7FFF_FFFF, second);
    byte[] names = bytes("\0.ARM.exidx\0.names\0\0");
    int namesAt = 52 + table.length;
    int sections = namesAt + names.length;
    byte[] none = new byte[40];
    byte[] index = little(1, 0x7000_0001, 2, TABLE, 52, table.length, 0, 0, 4, 8);
    byte[] texts = little(12, 3, 0, 0, namesAt, names.length, 0, 0, 1, 0);
    byte[] head =
        little(
            0x464C_457F,
            0x0001_0101,
            0L,
            (short) 2,
            (short) ARM,
            1,
            0x1000,
            0,
            sections,
            0x0500_0200,
            (short) 52,
            (short) 32,
            (short) 0,
            (short) 40,
            (short) 3,
            (short) 2);
    return concat(head, table, names, none, index, texts);
  }

  @Test
  void whatIsDoneOfAFunctionIsTold() {
    assertThat(told(program(1, 0x8001_B0B0), program(0x80B0_B0B0, 0x8001_B0B0)))
        .containsExactly(
            Aspect.change(".ARM.exidx entry of 0x1000", "cannot be unwound", "inline 0x80b0b0b0"));
    assertThat(told(program(1, 0x8001_B0B0), program(1, 0x40)))
        .containsExactly(
            Aspect.change(
                ".ARM.exidx entry of 0x1010", "inline 0x8001b0b0", "by a table of its own"));
  }

  private static List<Aspect> told(byte[] left, byte[] right) {
    return Compared.bytes(left, right)
        .isDifferent()
        .comparison()
        .findings()
        .getFirst()
        .aspects()
        .stream()
        .filter(each -> each.what().startsWith(".ARM.exidx entry"))
        .toList();
  }
}
