package dev.assay.inspect.sudo;

import java.util.List;
import java.util.stream.Stream;

/** Lists of sudoers: separated by commas, a backslash takes a comma's meaning away. */
final class Lists {
  private Lists() {}

  static List<String> of(String text) {
    return Stream.of(text.split("(?<!\\\\),"))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .toList();
  }
}
