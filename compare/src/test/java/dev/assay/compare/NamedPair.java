package dev.assay.compare;

import java.util.List;

/**
 * Two contents that differ in one thing.
 *
 * @param aspects what must be named, and nothing else but what begins with {@code follows}
 */
record NamedPair(String name, byte[] left, byte[] right, List<String> aspects) {
  static NamedPair pair(String name, byte[] left, byte[] right, String... aspects) {
    return new NamedPair(name, left, right, List.of(aspects));
  }

  @Override
  public String toString() {
    return name;
  }
}
