package dev.assay.formats.dwarf;

import dev.assay.formats.Block;

/** What an attribute says, before anything it refers to is followed. */
public sealed interface Value {
  record Text(String text) implements Value {}

  record Number(long number) implements Value {}

  record Flag(boolean set) implements Value {}

  /** Of no meaning here: a block, or 16 bytes. */
  record Data(Block bytes) implements Value {}

  /** A location expression. */
  record Expression(Block operations) implements Value {}

  record Address(long address) implements Value {}

  /** An index into {@code .debug_addr}. */
  record AddressIndex(long index) implements Value {}

  /** An index into {@code .debug_str_offsets}. */
  record TextIndex(long index) implements Value {}

  /** An index into the lists of ranges or locations. */
  record ListIndex(long index) implements Value {}

  /** An offset in another section: of lines, of ranges, of locations. */
  record Offset(long offset) implements Value {}

  /** An entry, by its offset in the section. */
  record Reference(long at) implements Value {}

  /** A type unit, by its signature. */
  record Signature(long signature) implements Value {}

  /** Something in the file that several have in common. */
  record Shared(long offset) implements Value {}
}
