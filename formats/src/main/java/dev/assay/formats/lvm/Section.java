package dev.assay.formats.lvm;

import dev.assay.formats.Malformed;
import java.util.List;
import java.util.Map;

/**
 * A section of the text.
 *
 * @param sections in their order
 * @param values lists of words; one word where no list is written
 */
record Section(Map<String, Section> sections, Map<String, List<String>> values) {
  static final Section NONE = new Section(Map.of(), Map.of());

  Section section(String name) {
    return sections.getOrDefault(name, NONE);
  }

  List<String> list(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first word, or nothing. */
  String word(String name) {
    List<String> words = list(name);
    return words.isEmpty() ? "" : words.getFirst();
  }

  /**
   * A number that is not negative.
   *
   * @throws Malformed {@code lvm.text} where there is none
   */
  long number(String name) {
    return number(name, word(name));
  }

  static long number(String name, String word) {
    if (!word.isEmpty() && word.length() < 16 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(word);
    }
    throw new Malformed("lvm.text", -1, "expected a number as " + name + ", found `" + word + "`");
  }
}
