package dev.assay.formats.dex;

/** Place of one table: entries of a fixed size from an offset. */
record Table(int count, int offset) {
  static final Table EMPTY = new Table(0, 0);
}
