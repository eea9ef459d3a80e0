package dev.assay.inspect.web;

import dev.assay.model.Evidence;
import java.util.List;

/**
 * One setting, or one block of them, of a web server's configuration.
 *
 * @param name lower case
 * @param words what follows the name, without quotes
 * @param block what it encloses; empty for a plain setting
 * @param where the line it begins at
 */
record Directive(String name, List<String> words, List<Directive> block, Evidence where) {
  Directive {
    words = List.copyOf(words);
    block = List.copyOf(block);
  }

  /** The first word, or empty text. */
  String first() {
    return word(0);
  }

  /** The word at a position, or empty text. */
  String word(int index) {
    return index >= 0 && index < words.size() ? words.get(index) : "";
  }

  String all() {
    return String.join(" ", words);
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  boolean isOn() {
    return first().equalsIgnoreCase("on");
  }

  static List<Directive> every(List<Directive> settings, String name) {
    return settings.stream().filter(setting -> setting.is(name)).toList();
  }
}
