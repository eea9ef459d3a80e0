package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;

/** How many entries, attributes, rows and other pieces may still be read. */
public final class Budget {
  private static final String CODE = "dwarf.budget";

  /** Characters of a text that count as a piece. */
  private static final int TEXT = 64;

  private final long all;
  private long left;

  public Budget(long pieces) {
    this.all = pieces;
    this.left = pieces;
  }

  /** Whether something was not read since too much had been. */
  public boolean isSpent() {
    return left < 0;
  }

  /** Whether that is what kept something from being read. */
  public static boolean isSpentBy(Malformed reason) {
    return reason.problem().code().equals(CODE);
  }

  void spendText(String text) {
    spend(text.length() / TEXT);
  }

  /**
   * @throws Malformed {@code dwarf.budget} where that many are not left
   */
  void spend(long pieces) {
    left -= pieces;
    if (left < 0) {
      throw new Malformed(CODE, -1, "more than " + all + " pieces; not read further");
    }
  }
}
