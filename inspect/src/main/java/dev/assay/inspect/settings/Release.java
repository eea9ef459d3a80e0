package dev.assay.inspect.settings;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a program's release, in which its defaults are told: 9.2 of {@code
 * 1:9.2p1-2+deb12u3}.
 */
public record Release(List<Long> numbers) implements Comparable<Release> {
  private static final Pattern NUMBERS =
      Pattern.compile("(?:[0-9]{1,9}:)?([0-9]{1,9}(?:\\.[0-9]{1,9}){0,7}).*");

  public Release {
    numbers = List.copyOf(numbers);
  }

  /**
   * @param version as a program or a package tells it
   * @throws IllegalArgumentException if it begins with no number
   */
  public static Release of(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    if (!numbers.matches()) {
      throw new IllegalArgumentException("a version begins with a number, not so: " + version);
    }
    return new Release(Arrays.stream(numbers.group(1).split("\\.")).map(Long::valueOf).toList());
  }

  /** Whether {@link #of} takes it. */
  public static boolean isOne(String version) {
    return NUMBERS.matcher(version).matches();
  }

  public boolean isBefore(Release other) {
    return compareTo(other) < 0;
  }

  /** Number by number; one that is missing counts as 0. */
  @Override
  public int compareTo(Release other) {
    int most = Math.max(numbers.size(), other.numbers.size());
    for (int i = 0; i < most; i++) {
      int order = Long.compare(number(i), other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private long number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }
}
