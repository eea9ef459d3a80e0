package dev.assay.formats.dex;

import dev.assay.formats.Malformed;

/** Place of one table: entries of {@code step} bytes from an offset. */
record Table(int count, int offset, int step) {
  static final Table EMPTY = new Table(0, 0, 0);

  int entry(int number) {
    if (number < 0 || number >= count) {
      throw new Malformed(
          "dex.index", -1, "entry " + number + " of a table of " + count + " is used");
    }
    return offset + number * step;
  }
}
