package dev.assay.inspect.crypto;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cipher lists of OpenSSL and priority strings of GnuTLS. */
final class CipherWords {
  private CipherWords() {}

  /** Words that add something: without {@code !} or {@code -} before them and not taken away. */
  static List<String> added(String list) {
    List<String> words =
        Stream.of(list.split("[:,\\s]+")).filter(w -> !w.isEmpty()).distinct().toList();
    Set<String> all = Set.copyOf(words);
    return words.stream()
        .filter(word -> !word.startsWith("!") && !word.startsWith("-") && !word.startsWith("@"))
        .map(word -> word.startsWith("+") ? word.substring(1) : word)
        .map(word -> word.replaceFirst("@.*$", ""))
        .filter(word -> !all.contains("!" + word) && !word.isEmpty())
        .distinct()
        .toList();
  }
}
