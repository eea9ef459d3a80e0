package dev.assay.formats.elf;

/**
 * One section header; sizes and offsets in bytes.
 *
 * @param headerAt where in the file the header itself stands
 */
public record Section(
    String name,
    long type,
    long flags,
    long offset,
    long size,
    int link,
    long entrySize,
    long headerAt) {
  public static final long SYMBOL_TABLE = 2;
  public static final long NO_BITS = 8;
}
