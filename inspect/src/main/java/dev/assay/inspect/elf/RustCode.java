package dev.assay.inspect.elf;

import java.util.Set;

/**
 * Whether a program is written in Rust, as far as one tells that has neither names nor a compiler's
 * comment.
 *
 * <p>What panics names its source file, Rust's standard library for one. A program in C that links
 * a library of Rust holds the same name, so where C's own formatting, checked functions or stack
 * canaries are imported as well, which Rust has no use for, the program is C.
 */
final class RustCode {
  /** A source file of Rust's standard library that each program of it names. */
  static final String MARKER = "library/std/src/panicking.rs";

  private RustCode() {}

  /** By what the program imports and the one pass over its content has seen. */
  static boolean isIn(ImportedCalls calls, Set<String> markers) {
    return markers.contains(MARKER)
        && calls.imports() > 0
        && !calls.cPlusPlus()
        && !calls.canary()
        && !calls.formatsText()
        && calls.fortified().isEmpty();
  }
}
