package dev.assay.inspect.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which classes of broken suites a cipher setting admits: an OpenSSL cipher string (ciphers(1)) or
 * names of Java suites. Words of OpenSSL's own judgement ({@code DEFAULT}, {@code HIGH}) count as
 * they are meant since OpenSSL 1.1.0.
 */
final class Ciphers {
  /** What a word of the language stands for. */
  private record Alias(String word, List<String> classes) {}

  private static final List<Alias> ALIASES =
      List.of(
          new Alias("ALL", List.of("anonymous", "RC4", "3DES", "MD5", "SEED", "IDEA")),
          new Alias("COMPLEMENTOFALL", List.of("NULL")),
          new Alias("COMPLEMENTOFDEFAULT", List.of("anonymous", "RC4", "3DES", "MD5")),
          new Alias("MEDIUM", List.of("RC4", "3DES", "SEED", "IDEA")),
          new Alias("LOW", List.of("DES")),
          new Alias("ENULL", List.of("NULL")),
          new Alias("NULL", List.of("NULL")),
          new Alias("ANULL", List.of("anonymous")),
          new Alias("ADH", List.of("anonymous")),
          new Alias("AECDH", List.of("anonymous")),
          new Alias("EXP", List.of("EXPORT")),
          new Alias("EXPORT", List.of("EXPORT")),
          new Alias("EXPORT40", List.of("EXPORT")),
          new Alias("EXPORT56", List.of("EXPORT")),
          new Alias("RC4", List.of("RC4")),
          new Alias("3DES", List.of("3DES")),
          new Alias("DES", List.of("DES")),
          new Alias("MD5", List.of("MD5")),
          new Alias("SEED", List.of("SEED")),
          new Alias("IDEA", List.of("IDEA")));

  private Ciphers() {}

  static List<String> weak(String setting) {
    Set<String> admitted = new LinkedHashSet<>();
    Set<String> killed = new LinkedHashSet<>();
    String[] words = setting.split("[:,\\s]+");
    for (String word : words) {
      char sign = word.isEmpty() ? ' ' : word.charAt(0);
      switch (sign) {
        case '!' -> {
          killed.addAll(classes(word.substring(1)));
          admitted.removeAll(killed);
        }
        case '-' -> admitted.removeAll(classes(word.substring(1)));
        case '+', '@', ' ' -> {
          // Reorders what is there, or sets the security level; adds nothing.
        }
        default -> classes(word).stream().filter(c -> !killed.contains(c)).forEach(admitted::add);
      }
    }
    return List.copyOf(new TreeSet<>(admitted));
  }

  /** Classes of one word: an alias, aliases joined by {@code +}, or the name of a suite. */
  private static List<String> classes(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (Alias alias : ALIASES) {
      if (alias.word().equals(upper)) {
        return alias.classes();
      }
    }
    List<String> found = new ArrayList<>();
    String name = "-" + upper.replace('_', '-').replace('+', '-') + "-";
    add(found, "NULL", name.contains("-NULL-"));
    add(found, "anonymous", contains(name, "-ADH-", "-AECDH-", "-ANON-", "-ANULL-"));
    add(found, "EXPORT", contains(name, "-EXP-", "-EXPORT-", "-EXP1024-"));
    add(found, "RC4", name.contains("-RC4-"));
    add(found, "3DES", contains(name, "-DES-CBC3-", "-3DES-"));
    add(found, "DES", contains(name, "-DES-CBC-", "-DES40-"));
    add(found, "MD5", name.endsWith("-MD5-"));
    add(found, "SEED", name.contains("-SEED-"));
    add(found, "IDEA", name.contains("-IDEA-"));
    return found;
  }

  private static boolean contains(String name, String... parts) {
    for (String part : parts) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<String> found, String what, boolean holds) {
    if (holds) {
      found.add(what);
    }
  }
}
