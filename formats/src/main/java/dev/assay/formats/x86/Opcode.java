package dev.assay.formats.x86;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A row of the table.
 *
 * @param map 0 one byte, 1 behind 0F, 2 behind 0F 38, 3 behind 0F 3A
 * @param number the opcode's last byte
 * @param mandatory prefix; 0 where none may stand there, −1 where it does not matter
 * @param reg that ModR/M must have, or −1
 * @param modRm that must follow, or −1
 * @param both whether the name is preceded by v, and the form one with VEX as well
 * @param hasModRm whether ModR/M follows
 */
record Opcode(
    int map,
    int number,
    int mandatory,
    int reg,
    int modRm,
    String name,
    boolean both,
    List<OperandKind> operands,
    boolean hasModRm,
    Set<String> notes) {
  private static final String BOTH = "(v)";

  static Opcode of(String line) {
    String[] columns = line.split("\t", -1);
    List<String> words = new ArrayList<>(List.of(columns[0].split(" ")));
    int mandatory =
        switch (words.getFirst()) {
          case "NP" -> 0;
          case "66", "F2", "F3" -> words.size() == 1 ? -1 : hex(words.getFirst());
          default -> -1;
        };
    if (mandatory >= 0) {
      words.removeFirst();
    }
    int map = 0;
    if (words.getFirst().equals("0F")) {
      words.removeFirst();
      map =
          switch (words.getFirst()) {
            case "38" -> 2;
            case "3A" -> 3;
            default -> 1;
          };
      if (map > 1) {
        words.removeFirst();
      }
    }
    String last = words.size() > 1 ? words.get(1) : "";
    boolean both = columns[1].startsWith(BOTH);
    int reg = last.startsWith("/") ? Integer.parseInt(last.substring(1)) : -1;
    int modRm = last.isEmpty() || reg >= 0 ? -1 : hex(last);
    List<OperandKind> operands =
        columns.length > 2 && !columns[2].isEmpty()
            ? List.of(columns[2].split(",")).stream().map(OperandKind::of).toList()
            : List.of();
    return new Opcode(
        map,
        hex(words.getFirst()),
        mandatory,
        reg,
        modRm,
        both ? columns[1].substring(BOTH.length()) : columns[1],
        both,
        operands,
        reg >= 0 || modRm >= 0 || operands.stream().anyMatch(OperandKind::isInModRm),
        columns.length > 3 ? Set.of(columns[3].split(" ")) : Set.of());
  }

  private static int hex(String text) {
    return Integer.parseInt(text.toLowerCase(Locale.ROOT), 16);
  }

  boolean is(String note) {
    return notes.contains(note);
  }

  /** Whether an instruction with these prefixes and ModR/M is this one. */
  boolean fits(Prefixes prefixes, int wanted, int modRmByte) {
    boolean register = modRmByte >= 0xC0;
    return (mandatory == wanted || mandatory < 0 && prefixes.form == Prefixes.Form.LEGACY)
        && hasForm(prefixes)
        && (modRm < 0 || modRm == modRmByte)
        && (reg < 0 || reg == (modRmByte >>> 3 & 7))
        && !(is("mem") && register)
        && !(is("reg") && !register)
        && !is(prefixes.wide ? "i64" : "o64")
        && sizesFit(prefixes);
  }

  private boolean hasForm(Prefixes prefixes) {
    return switch (prefixes.form) {
      case LEGACY -> !is("vex") && !is("evex");
      case VEX -> both || is("vex");
      case EVEX -> is("e") || is("evex");
    };
  }

  private boolean sizesFit(Prefixes prefixes) {
    boolean vector = prefixes.form != Prefixes.Form.LEGACY;
    boolean evex = prefixes.form == Prefixes.Form.EVEX;
    return !is(prefixes.w ? "w0" : "w1")
        && !(evex && is(prefixes.w ? "ew0" : "ew1"))
        && !(vector && !lengthFits(prefixes.l))
        && !(is("os16") && Sizes.operand(prefixes, this) != 2)
        && !(is("os32") && Sizes.operand(prefixes, this) != 4)
        && !(is("os64") && Sizes.operand(prefixes, this) != 8)
        && !(is("as16") && Sizes.address(prefixes) != 2)
        && !(is("as32") && Sizes.address(prefixes) != 4)
        && !(is("as64") && Sizes.address(prefixes) != 8)
        && !(is("rexb0") && prefixes.b != 0);
  }

  private boolean lengthFits(int length) {
    boolean bound = is("l0") || is("l1");
    return !bound || length < 2 && is("l" + length);
  }
}
