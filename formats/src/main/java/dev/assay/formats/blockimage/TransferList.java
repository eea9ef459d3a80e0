package dev.assay.formats.blockimage;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where new data goes.
 *
 * @param runs in order of their place
 */
record TransferList(List<Run> runs) {
  private static final long MOST_BLOCKS = 1L << 40;

  /**
   * In blocks.
   *
   * @param start in the image
   * @param from in the data
   */
  record Run(long start, long count, long from) {}

  static TransferList read(String text) {
    List<String> lines = text.lines().toList();
    long version = lines.isEmpty() ? 0 : number(lines.getFirst());
    if (version < 1 || version > 4) {
      throw new Malformed("transfer-list.version", 0, "no transfer list of version 1 to 4");
    }
    List<Run> runs = new ArrayList<>();
    long from = 0;
    for (String line : lines.subList(Math.min(lines.size(), version == 1 ? 2 : 4), lines.size())) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "new" -> from = add(words.length < 2 ? "" : words[1], from, runs);
        case "zero", "erase", "" -> {}
        default ->
            throw new Malformed(
                "transfer-list.delta", -1, "`" + shown(words[0]) + "` needs the image before");
      }
    }
    runs.sort(Comparator.comparingLong(Run::start));
    return new TransferList(List.copyOf(runs));
  }

  private static long add(String ranges, long from, List<Run> runs) {
    String[] numbers = ranges.strip().split(",");
    if (numbers.length % 2 == 0 || number(numbers[0]) != numbers.length - 1) {
      throw new Malformed("transfer-list.ranges", -1, "ranges whose count is another");
    }
    long next = from;
    for (int i = 1; i < numbers.length; i += 2) {
      long start = number(numbers[i]);
      long end = number(numbers[i + 1]);
      if (end < start) {
        throw new Malformed("transfer-list.ranges", -1, "a range that ends before it starts");
      }
      runs.add(new Run(start, end - start, next));
      next += end - start;
    }
    return next;
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= 0 && number <= MOST_BLOCKS) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // As a number out of range.
    }
    throw new Malformed("transfer-list.number", -1, "`" + shown(text) + "` is no number of blocks");
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
