package dev.assay.inspect.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of a version, the major one first. */
final class VersionNumbers {
  /** No part of a version is larger, and no version is all zeros. */
  private static final long LARGEST = 999;

  private VersionNumbers() {}

  /**
   * What one number holds.
   *
   * @param weights what a step of each part adds to it; what is less than the last tells something
   *     else
   */
  static List<Long> parts(long number, List<Long> weights) {
    List<Long> parts = new ArrayList<>();
    long rest = number;
    for (long weight : weights) {
      parts.add(rest / weight);
      rest %= weight;
    }
    return parts;
  }

  /** As versions are written; nothing where they cannot be those of one. */
  static Optional<String> version(List<Long> numbers) {
    return numbers.stream().allMatch(number -> number <= LARGEST)
            && numbers.stream().anyMatch(number -> number > 0)
        ? Optional.of(numbers.stream().map(Object::toString).collect(Collectors.joining(".")))
        : Optional.empty();
  }
}
