package dev.assay.formats.elf;

/** One section header. */
public record Section(
    String name, long type, long flags, long offset, long size, int link, long entrySize) {
  public static final long SYMBOL_TABLE = 2;
  public static final long NO_BITS = 8;
}
