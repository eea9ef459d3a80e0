package dev.assay.cli;

/** What a command's exit status means; part of the command line's contract. */
final class ExitStatus {
  static final int APPROVED = 0;
  static final int REJECTED = 1;
  static final int USAGE = 2;

  /** Assay failed, wholly or as a reader of a part of the product; the rest was decided then. */
  static final int FAULT = 3;

  private ExitStatus() {}
}
