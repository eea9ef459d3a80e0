package dev.assay.formats.x86;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * One instruction.
 *
 * @param length in bytes, 1 to 15
 * @param mnemonic with the prefixes that are no part of another: {@code rep stos}
 */
public record Instruction(int length, String mnemonic, List<Operand> operands) {
  public Instruction {
    operands = List.copyOf(operands);
  }

  /** In Intel's syntax, addresses as numbers: {@code mov dword ptr [rbp-0x4], 0x2a}. */
  public String text() {
    return text(address -> "0x" + Long.toHexString(address));
  }

  /**
   * In Intel's syntax.
   *
   * @param names of the addresses of branches and of memory at a fixed place
   */
  public String text(LongFunction<String> names) {
    return operands.isEmpty()
        ? mnemonic
        : operands.stream()
            .map(each -> each.text(names))
            .collect(Collectors.joining(", ", mnemonic + " ", ""));
  }
}
