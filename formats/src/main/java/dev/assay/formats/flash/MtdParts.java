package dev.assay.formats.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a kernel command line's {@code mtdparts=}. */
public final class MtdParts {
  /** What stands before the divisions. */
  public static final String MARK = "mtdparts=";

  private static final int MOST = 128;
  private static final Pattern PART =
      Pattern.compile(
          "(-|(?:0[xX][0-9a-fA-F]{1,15}|\\d{1,15})[kKmMgG]?)"
              + "(?:@((?:0[xX][0-9a-fA-F]{1,15}|\\d{1,15})[kKmMgG]?))?"
              + "(?:\\(([^)]{0,64})\\))?(?:ro|lk|slc)*");

  private MtdParts() {}

  /**
   * The divisions, one for each device named.
   *
   * @param text behind {@value #MARK}; ends where a command line's word ends
   * @param size of the chip in bytes, for the part that takes what remains
   */
  public static List<List<Partition>> read(String text, long size) {
    List<List<Partition>> divisions = new ArrayList<>();
    for (String device : text.split("[\\s\"'\\x00\\\\]", 2)[0].split(";", 17)) {
      // The device's name may have colons of its own, and a part's name as well.
      int names = device.indexOf('(');
      int colon = device.lastIndexOf(':', names < 0 ? device.length() : names);
      division(device.substring(colon + 1), size).ifPresent(divisions::add);
    }
    return divisions;
  }

  private static Optional<List<Partition>> division(String parts, long size) {
    List<Partition> partitions = new ArrayList<>();
    long at = 0;
    for (String part : parts.split(",", MOST)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      long start = matcher.group(2) == null ? at : bytes(matcher.group(2));
      long length = matcher.group(1).equals("-") ? size - start : bytes(matcher.group(1));
      if (start < 0 || length <= 0 || start > size - length) {
        return Optional.empty();
      }
      String name = matcher.group(3) == null ? "" : matcher.group(3);
      partitions.add(Partition.of(name, start, length));
      at = start + length;
    }
    return Optional.of(List.copyOf(partitions));
  }

  /** Negative where the number is larger than any chip. */
  private static long bytes(String number) {
    int shift =
        switch (Character.toLowerCase(number.charAt(number.length() - 1))) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default -> 0;
        };
    String digits = shift == 0 ? number : number.substring(0, number.length() - 1);
    long value =
        digits.startsWith("0x") || digits.startsWith("0X")
            ? Long.parseLong(digits.substring(2), 16)
            : Long.parseLong(digits);
    return value > Long.MAX_VALUE >> shift ? -1 : value << shift;
  }
}
