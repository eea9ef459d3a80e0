package dev.assay.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The day an option {@code --as-of} names. */
final class AsOf {
  private AsOf() {}

  /**
   * @param given as on the command line; today (UTC) where it is empty
   */
  static LocalDate day(String given) {
    try {
      return given.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      throw new UsageError("--as-of is a date such as 2026-11-23, not `" + given + "`");
    }
  }
}
