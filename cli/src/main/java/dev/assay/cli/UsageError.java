package dev.assay.cli;

/** Wrong usage or unreadable input: one line on standard error, exit status 2. */
final class UsageError extends RuntimeException {
  UsageError(String message) {
    super(message, null, false, false);
  }
}
