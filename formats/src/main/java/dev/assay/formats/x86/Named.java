package dev.assay.formats.x86;

import java.util.Set;
import java.util.StringJoiner;

/** Names of instructions with the prefixes that are no part of them (SDM vol. 2, 2.1.1). */
final class Named {
  private static final Set<String> REPEATED = Set.of("movs", "stos", "lods", "ins", "outs");
  private static final int DS = 0x3E;

  private Named() {}

  static String prefixed(Prefixes prefixes, Opcode opcode, Reading reading, String name) {
    StringJoiner text = new StringJoiner(" ");
    boolean lastSize = true;
    boolean lastSegment = true;
    boolean lastAddress = true;
    boolean lastRepeat = true;
    for (int i = prefixes.legacy.size() - 1; i >= 0; i--) {
      int prefix = prefixes.legacy.get(i);
      boolean used =
          switch (prefix) {
            case Prefixes.OPERAND_SIZE -> lastSize && reading.isOperandSizeUsed();
            case Prefixes.ADDRESS_SIZE -> lastAddress && reading.isAddressSizeUsed();
            case Prefixes.REPEAT, Prefixes.REPEAT_NOT -> lastRepeat && prefix == opcode.mandatory();
            case Prefixes.LOCK -> false;
            default -> lastSegment && reading.isSegmentUsed();
          };
      lastSize &= prefix != Prefixes.OPERAND_SIZE;
      lastAddress &= prefix != Prefixes.ADDRESS_SIZE;
      lastRepeat &= prefix != Prefixes.REPEAT && prefix != Prefixes.REPEAT_NOT;
      lastSegment &= Registers.byPrefix(prefix).isEmpty();
      if (!used) {
        text = before(word(prefix, prefixes, opcode), text);
      }
    }
    return text.length() == 0 ? name : text + " " + name;
  }

  private static StringJoiner before(String word, StringJoiner rest) {
    StringJoiner all = new StringJoiner(" ").add(word);
    return rest.length() == 0 ? all : all.add(rest.toString());
  }

  private static String word(int prefix, Prefixes prefixes, Opcode opcode) {
    boolean branch = opcode.is("f64");
    return switch (prefix) {
      case Prefixes.OPERAND_SIZE -> "data16";
      case Prefixes.ADDRESS_SIZE -> prefixes.wide ? "addr32" : "addr16";
      case Prefixes.LOCK -> "lock";
      case Prefixes.REPEAT ->
          REPEATED.contains(opcode.name())
              ? "rep"
              : prefixes.has(Prefixes.LOCK) ? "xrelease" : "repz";
      case Prefixes.REPEAT_NOT ->
          branch ? "bnd" : prefixes.has(Prefixes.LOCK) ? "xacquire" : "repnz";
      case DS -> branch && opcode.number() == 0xFF ? "notrack" : "ds";
      default -> Registers.byPrefix(prefix);
    };
  }
}
