package dev.assay.inspect.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as configuration files write them. */
public final class Durations {
  private static final Pattern PART =
      Pattern.compile("([0-9]{1,9})\\s*(sec|month|min|m|hour|hr|h|day|d|week|w|year|y|s)?s?\\s*");
  private static final int MAX_LENGTH = 64;

  private Durations() {}

  /** {@code 90}, {@code 5m}, {@code 1h 30min}, in seconds; empty where it is no time. */
  public static Optional<Long> seconds(String text) {
    String rest = text.strip();
    if (rest.isEmpty() || rest.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    long total = 0;
    Matcher part = PART.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!part.region(at, rest.length()).lookingAt()) {
        return Optional.empty();
      }
      total += Long.parseLong(part.group(1)) * unit(part.group(2) == null ? "s" : part.group(2));
      at = part.end();
    }
    return Optional.of(total);
  }

  private static long unit(String name) {
    return switch (name) {
      case "m", "min" -> 60;
      case "h", "hr", "hour" -> 3_600;
      case "d", "day" -> 86_400;
      case "w", "week" -> 604_800;
      case "month" -> 2_629_800;
      case "y", "year" -> 31_557_600;
      default -> 1;
    };
  }
}
