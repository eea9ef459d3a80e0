package dev.assay.formats.dwarf;

/** What the numbers in operations stand for, in words. */
public interface Meaning {
  /** An address in the program. */
  String address(long address);

  /** An address that stands at an index of {@code .debug_addr}. */
  String indexed(long index);

  /** The type at an offset in the unit. */
  String type(long offset);
}
