package dev.assay.formats.dwarf;

import java.util.ArrayList;
import java.util.List;

/** The machine whose states are the rows of a table of lines (DWARF 5, 6.2.2 and 6.2.5). */
final class LineProgram {
  private final int step;
  private final int parallel;
  private final int lineBase;
  private final int lineRange;
  private final int[] operands;
  private final int addressSize;
  private final Budget budget;
  private final List<LineTable.Row> rows = new ArrayList<>();

  private long address;
  private long operation;
  private long file = 1;
  private long line = 1;
  private long column;

  /**
   * @param step least length of an instruction, in bytes
   * @param parallel operations in one instruction
   * @param operands how many of them each opcode has that is not a special one
   */
  LineProgram(
      int step,
      int parallel,
      int lineBase,
      int lineRange,
      int[] operands,
      int addressSize,
      Budget budget) {
    this.step = step;
    this.parallel = parallel;
    this.lineBase = lineBase;
    this.lineRange = Math.max(1, lineRange);
    this.operands = operands;
    this.addressSize = addressSize;
    this.budget = budget;
  }

  List<LineTable.Row> run(Cursor in) {
    while (!in.isAtEnd()) {
      budget.spend(1);
      int opcode = in.u8();
      if (opcode >= operands.length) {
        special(opcode);
      } else if (opcode == 0) {
        extended(in.part(in.uleb()));
      } else {
        standard(opcode, in);
      }
    }
    return rows;
  }

  private void special(int opcode) {
    int adjusted = opcode - operands.length;
    advance(adjusted / lineRange);
    line += lineBase + adjusted % lineRange;
    row(false);
  }

  private void advance(long operations) {
    address += step * ((operation + operations) / parallel);
    operation = (operation + operations) % parallel;
  }

  private void row(boolean end) {
    rows.add(new LineTable.Row(address, file, line, column, end));
  }

  private void standard(int opcode, Cursor in) {
    switch (opcode) {
      case 1 -> row(false);
      case 2 -> advance(in.uleb());
      case 3 -> line += in.sleb();
      case 4 -> file = in.uleb();
      case 5 -> column = in.uleb();
      case 8 -> advance((255 - operands.length) / lineRange);
      case 9 -> {
        address += in.u16();
        operation = 0;
      }
      default -> {
        for (int i = 0; i < operands[opcode]; i++) {
          in.uleb();
        }
      }
    }
  }

  private void extended(Cursor in) {
    if (in.isAtEnd()) {
      return;
    }
    switch (in.u8()) {
      case 1 -> {
        row(true);
        address = 0;
        operation = 0;
        file = 1;
        line = 1;
        column = 0;
      }
      case 2 -> {
        address = in.number(addressSize);
        operation = 0;
      }
      default -> {
        // Discriminators, and what makers have added.
      }
    }
  }
}
