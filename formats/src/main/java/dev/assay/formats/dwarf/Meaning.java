package dev.assay.formats.dwarf;

/** What the numbers in operations stand for, in words. */
public interface Meaning {
  /** An address in the program. */
  String address(long address);

  /** An address that stands at an index of {@code .debug_addr}. */
  String indexed(long index);

  /** The entry at an offset in the unit: most often a type. */
  String type(long offset);

  /** The entry at an offset in the section. */
  String entry(long at);
}
