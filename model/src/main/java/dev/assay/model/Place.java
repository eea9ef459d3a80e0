package dev.assay.model;

/** Where in an artifact something was seen. */
public sealed interface Place {
  /** A line of text, counted from 1. */
  record Line(long number) implements Place {}

  /** A byte offset, counted from 0. */
  record Offset(long bytes) implements Place {}

  /** The artifact as a whole: its presence, absence, mode or owner. */
  record Whole() implements Place {}

  static Place line(long number) {
    return new Line(number);
  }

  static Place offset(long bytes) {
    return new Offset(bytes);
  }

  static Place whole() {
    return new Whole();
  }
}
