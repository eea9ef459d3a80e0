package dev.assay.inspect.identity.code;

/** What a register holds. */
sealed interface Value {
  /** Anything. */
  Value UNKNOWN = new Unknown();

  /** A number, or an address where the file is loaded where it was linked to. */
  record Number(long number) implements Value {}

  /** What the caller gave as its argument of that index, counted from 0. */
  record Argument(int index) implements Value {}

  /** Not known. */
  record Unknown() implements Value {}
}
