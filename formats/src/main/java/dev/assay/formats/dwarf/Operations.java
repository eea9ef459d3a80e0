package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads location expressions (DWARF 5, 2.5) and call frame instructions (6.4.2) into words.
 *
 * @param codeFactor by which call frame instructions count steps in code, in bytes
 * @param dataFactor by which they count offsets, in bytes
 */
record Operations(
    ByteOrder order,
    int addressSize,
    int offsetSize,
    long codeFactor,
    long dataFactor,
    Meaning meaning) {
  private static final int DEEPEST = 4;
  private static final int SHOWN = 64;
  private static final int MOST = 4096;

  /** The upper two bits of a call frame instruction, where the lower six are its operand. */
  private static final int HIGH = 0xC0;

  /** One text each; behind one that is not known, or very many, the rest in hexadecimal. */
  List<String> of(Names kind, Block program) {
    return of(kind, new Cursor(program, order), 0);
  }

  private List<String> of(Names kind, Cursor in, int depth) {
    List<String> found = new ArrayList<>();
    while (!in.isAtEnd()) {
      int start = in.at();
      try {
        int code = in.u8();
        boolean high = kind == Names.CFA && (code & HIGH) != 0;
        Optional<Names.Row> row = kind.row(high ? code & HIGH : code);
        if (row.isEmpty() || found.size() == MOST) {
          throw new Malformed("dwarf.operation", start, "not known, or too many");
        }
        found.add(text(row.get(), in, code, depth));
      } catch (Malformed unknown) {
        in.moveTo(start);
        found.add("bytes " + hex(in.slice(in.block().size() - start)));
      }
    }
    return found;
  }

  private String text(Names.Row row, Cursor in, int code, int depth) {
    List<String> operands = new ArrayList<>();
    for (String each : row.operands()) {
      operands.add(operand(each, in, code, depth));
    }
    return operands.isEmpty() ? row.name() : row.name() + " " + String.join(", ", operands);
  }

  private String operand(String kind, Cursor in, int code, int depth) {
    return switch (kind) {
      case "addr" -> meaning.address(in.number(addressSize));
      case "addrx" -> meaning.indexed(in.uleb());
      case "type" -> meaning.type(in.uleb());
      case "entry2" -> meaning.type(in.u16());
      case "entry4" -> meaning.type(in.u32());
      case "ref" -> meaning.entry(in.number(offsetSize));
      case "uleb" -> Long.toUnsignedString(in.uleb());
      case "sleb" -> String.valueOf(in.sleb());
      case "reg" -> "r" + Long.toUnsignedString(in.uleb());
      case "offset" -> String.valueOf(in.uleb() * dataFactor);
      case "soffset" -> String.valueOf(in.sleb() * dataFactor);
      case "low" -> low(code);
      case "block" -> hex(in.slice(in.uleb()));
      case "block1" -> hex(in.slice(in.u8()));
      case "expression" -> expression(in, depth);
      default -> sized(kind, in);
    };
  }

  /** Steps in code where the instruction is one, else a register. */
  private String low(int code) {
    int low = code & ~HIGH;
    return (code & HIGH) == 0x40 ? String.valueOf(low * codeFactor) : "r" + low;
  }

  private String expression(Cursor in, int depth) {
    Cursor nested = in.part(in.uleb());
    return depth < DEEPEST
        ? "(" + String.join("; ", of(Names.OP, nested, depth + 1)) + ")"
        : hex(nested.block());
  }

  /** A letter for its kind and its size: {@code u4}, {@code s2}, {@code delta1}. */
  private String sized(String kind, Cursor in) {
    int size = kind.charAt(kind.length() - 1) - '0';
    return switch (kind.charAt(0)) {
      case 's' -> String.valueOf(in.signed(size));
      case 'd' -> String.valueOf(in.number(size) * codeFactor);
      default -> Long.toUnsignedString(in.number(size));
    };
  }

  static String hex(Block bytes) {
    String shown = HexFormat.of().formatHex(bytes.bytes(0, Math.min(SHOWN, bytes.size())));
    return bytes.size() <= SHOWN ? shown : shown + "… " + bytes.size() + " bytes";
  }
}
