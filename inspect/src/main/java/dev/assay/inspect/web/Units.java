package dev.assay.inspect.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and times as the programs write them. */
final class Units {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*([kmg]?)b?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,12})(ms|[smhdwMy]?)");

  private Units() {}

  /** {@code 8k}, {@code 10M}, {@code 1g} in bytes; -1 where it is no size. */
  static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return -1;
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "k" -> number << 10;
      case "m" -> number << 20;
      case "g" -> Math.min(number, Long.MAX_VALUE >> 30) << 30;
      default -> number;
    };
  }

  /** {@code 60}, {@code 90s}, {@code 1m30s}, {@code 500ms} in whole seconds, rounded up. */
  static int seconds(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    long millis = 0;
    while (matcher.find()) {
      long number = Math.min(Long.parseLong(matcher.group(1)), 100_000_000_000L);
      millis +=
          switch (matcher.group(2)) {
            case "ms" -> number;
            case "m" -> number * 60_000;
            case "h" -> Math.min(number, 1_000_000) * 3_600_000;
            case "d" -> Math.min(number, 100_000) * 86_400_000;
            case "w" -> Math.min(number, 100_000) * 604_800_000;
            case "M" -> Math.min(number, 100_000) * 2_592_000_000L;
            case "y" -> Math.min(number, 100_000) * 31_536_000_000L;
            default -> number * 1000;
          };
      millis = Math.clamp(millis, 0, Integer.MAX_VALUE * 1000L);
    }
    return (int) ((millis + 999) / 1000);
  }

  /** A whole number, else {@code otherwise}. */
  static int number(String text, int otherwise) {
    String digits = text.strip();
    return digits.matches("-?\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
  }
}
