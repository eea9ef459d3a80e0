package dev.assay.inspect.snmp;

import java.util.List;
import java.util.Locale;

/** Security levels of RFC 3411 by the words of snmpd.conf(5). */
final class Level {
  private static final List<String> WEAKEST_FIRST = List.of("noauth", "auth", "priv");

  private Level() {}

  static String of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "noauth", "noauthnopriv", "none", "nanp" -> "noauth";
      case "priv", "authpriv", "ap" -> "priv";
      default -> "auth";
    };
  }

  static boolean is(String word) {
    return List.of("noauth", "noauthnopriv", "auth", "authnopriv", "priv", "authpriv")
        .contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * @param first may be empty for none yet
   */
  static String weaker(String first, String second) {
    return first.isEmpty() || WEAKEST_FIRST.indexOf(second) < WEAKEST_FIRST.indexOf(first)
        ? second
        : first;
  }
}
