package dev.assay.inspect.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists of TLS versions with signs: {@code all -SSLv3}, {@code -ALL, +TLSv1.2}. */
final class Protocols {
  private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

  private Protocols() {}

  /**
   * Versions that a list leaves. A word with a sign adds or removes; one without replaces what came
   * before (Apache's {@code SSLProtocol}), except where it follows another without.
   *
   * @param all what {@code all} stands for besides the versions that no library has any more
   */
  static List<String> of(String list, List<String> preset) {
    Set<String> on = new LinkedHashSet<>(preset);
    boolean fresh = true;
    for (String word : list.split("[,\\s]+")) {
      boolean removes = word.startsWith("-");
      boolean signed = removes || word.startsWith("+");
      String name = signed ? word.substring(1) : word;
      List<String> versions = name.equalsIgnoreCase("all") ? VERSIONS : canonical(name);
      if (!signed && fresh) {
        on.clear();
      }
      fresh = false;
      if (removes) {
        versions.forEach(on::remove);
      } else {
        on.addAll(versions);
      }
    }
    List<String> ordered = new ArrayList<>(on);
    ordered.sort(String::compareTo);
    return ordered;
  }

  private static List<String> canonical(String name) {
    Optional<String> known =
        VERSIONS.stream().filter(version -> version.equalsIgnoreCase(name)).findFirst();
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "sslv3", "sslv2" -> List.of(lower.equals("sslv3") ? "SSLv3" : "SSLv2");
      case "tlsv1.0" -> List.of("TLSv1");
      default -> known.map(List::of).orElse(List.of());
    };
  }
}
