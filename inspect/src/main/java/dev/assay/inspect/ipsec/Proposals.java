package dev.assay.inspect.ipsec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists of cipher suites: {@code aes256-sha256-modp2048,aes128gcm16-ecp256!}.
 *
 * @param algorithms keywords of all, in lower case, each once
 * @param defaultToo whether the daemon's own proposal is accepted as well
 * @param grouped whether each suite names a key exchange group
 */
record Proposals(List<String> algorithms, boolean defaultToo, boolean grouped) {
  /**
   * @param strict whether only what is listed counts, without an exclamation mark, as in
   *     swanctl.conf
   */
  static Proposals of(List<String> lists, boolean strict) {
    Set<String> algorithms = new LinkedHashSet<>();
    boolean defaultToo = false;
    boolean grouped = true;
    for (String list : lists) {
      String text = list.strip().toLowerCase(Locale.ROOT);
      boolean only = strict || text.endsWith("!");
      boolean named = false;
      for (String each : text.replace("!", "").split(",")) {
        String suite = each.strip();
        if (suite.equals("default") || suite.isEmpty()) {
          defaultToo = true;
          continue;
        }
        named = true;
        List<String> words = List.of(suite.split("-"));
        grouped &= words.stream().anyMatch(Proposals::isGroup);
        Stream.of(suite.split("-"))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .forEach(algorithms::add);
      }
      defaultToo |= !only || !named;
    }
    return new Proposals(
        List.copyOf(algorithms), defaultToo || lists.isEmpty(), grouped && !algorithms.isEmpty());
  }

  private static boolean isGroup(String word) {
    return word.matches("(modp|ecp|curve|x25519|x448|ke[0-9]_|mlkem|kyber|ntru|newhope|frodo).*");
  }
}
