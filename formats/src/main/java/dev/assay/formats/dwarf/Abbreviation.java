package dev.assay.formats.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How entries of one code are built (DWARF 5, 7.5.3).
 *
 * @param nested whether entries follow that belong to it
 */
record Abbreviation(int tag, boolean nested, List<Column> columns) {
  private static final int IMPLICIT_CONST = 0x21;

  /**
   * An attribute and how its value is stored.
   *
   * @param value where it stands here instead of in the entries
   */
  record Column(int attribute, int form, long value) {}

  /** The table at an offset. */
  static Map<Long, Abbreviation> table(Cursor in, Budget budget) {
    Map<Long, Abbreviation> found = new HashMap<>();
    while (!in.isAtEnd()) {
      budget.spend(1);
      long code = in.uleb();
      if (code == 0) {
        break;
      }
      int tag = number(in);
      boolean nested = in.u8() != 0;
      found.putIfAbsent(code, new Abbreviation(tag, nested, columns(in, budget)));
    }
    return found;
  }

  private static List<Column> columns(Cursor in, Budget budget) {
    List<Column> found = new ArrayList<>();
    while (true) {
      budget.spend(1);
      int attribute = number(in);
      int form = number(in);
      if (attribute == 0 && form == 0) {
        return found;
      }
      found.add(new Column(attribute, form, form == IMPLICIT_CONST ? in.sleb() : 0));
    }
  }

  /** No tag, attribute or form has more than 16 bits. */
  private static int number(Cursor in) {
    return (int) Math.clamp(in.uleb(), 0, 0xFFFF);
  }
}
