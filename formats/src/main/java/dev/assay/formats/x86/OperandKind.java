package dev.assay.formats.x86;

import java.util.Set;

/**
 * Where an operand is and how long (SDM vol. 2, A.2.1 and A.2.2).
 *
 * <pre>
 * E general register or memory by r/m    G general register by reg    B general register by VEX
 * R general register by r/m              M memory by r/m              Z register by the opcode
 * V vector by reg    W vector or memory by r/m    U vector by r/m     H vector by VEX
 * L vector by an immediate               T memory at the places in a vector
 * P MMX by reg       Q MMX or memory by r/m       N MMX by r/m
 * Kg Kv Ke mask by reg, VEX, r/m         S C D segment, control, debug register by reg
 * I immediate        J branch            A far branch                O address
 * X, Y memory at ds:rsi, es:rdi
 *
 * b w d q 1, 2, 4, 8 bytes    v size of operands    z the same, at most 4    y 4, or 8 with W
 * r the mode's own size       a size of addresses   p far pointer            t 10
 * dq qq 16, 32                x length of vectors   h f e a half, fourth, eighth of it
 * </pre>
 *
 * A second size behind a slash is that of memory. Small letters alone are registers; rAX and eAX
 * are the accumulator of size v and z.
 *
 * @param where the letter; 0 for a register that is always the same
 * @param size the letters behind it, or the register
 */
record OperandKind(char where, String size, String memorySize) {
  private static final Set<String> FIXED =
      Set.of("rAX", "eAX", "BX", "al", "cl", "dx", "ax", "eax", "ecx", "edx", "1");
  private static final Set<Character> IN_MOD_RM =
      Set.of('E', 'G', 'R', 'M', 'V', 'W', 'U', 'P', 'Q', 'N', 'S', 'C', 'D', 'T', 'K', 'i');

  static OperandKind of(String text) {
    if (text.equals("st(i)")) {
      return new OperandKind('i', "", "");
    }
    char first = text.charAt(0);
    if (FIXED.contains(text) || text.equals("rAXa") || Character.isLowerCase(first)) {
      return new OperandKind((char) 0, text, "");
    }
    String[] sizes = text.substring(1).split("/", -1);
    return new OperandKind(first, sizes[0], sizes.length > 1 ? sizes[1] : sizes[0]);
  }

  boolean isInModRm() {
    return IN_MOD_RM.contains(where);
  }

  /** Whether it is the register that only VEX and EVEX name. */
  boolean isByVex() {
    return where == 'H' || where == 'B' || where == 'K' && size.equals("v");
  }
}
