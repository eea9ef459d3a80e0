package dev.assay.inspect.web;

import dev.assay.inspect.web.WebServerFacts.Listener;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Socket addresses as the programs write them, and which of them other hosts can reach. */
final class Addresses {
  private static final Pattern ENDS_WITH_PORT = Pattern.compile("(.*?):?(\\d{1,5})");
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.\\d{1,3}){0,3}|\\[?(0*:)+0*1]?|localhost[46]?|\\[?::ffff:127\\..*");

  private Addresses() {}

  /** Whether a listener has TLS. */
  enum Security {
    PLAIN,
    TLS
  }

  /**
   * {@code 80}, {@code *:80}, {@code 10.0.0.1}, {@code [::1]:443}, {@code unix:/run/x.sock}.
   *
   * @param preset port where none is written
   */
  static Listener listener(String text, int preset, Security security) {
    boolean tls = security == Security.TLS;
    if (text.startsWith("unix:") || text.startsWith("/")) {
      return new Listener(text, 0, tls, true);
    }
    String host = text;
    int port = preset;
    boolean bare = text.matches("\\d{1,5}");
    boolean ported = text.startsWith("[") ? text.matches("\\[[^]]*]:\\d{1,5}") : oneColon(text);
    Matcher matcher = ENDS_WITH_PORT.matcher(text);
    if ((bare || ported) && matcher.matches()) {
      host = bare ? "" : matcher.group(1);
      port = Integer.parseInt(matcher.group(2));
    }
    String address = host.equals("*") || host.equals("_default_") ? "" : host;
    return new Listener(address, port, tls, isLoopback(address));
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** An authority without the account that it may hold. */
  static String host(String authority) {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** Whether an upstream {@code host[:port][/…]} is the device itself. */
  static boolean isLocal(String authority) {
    String host = authority.startsWith("[") ? authority : authority.replaceFirst(":\\d*$", "");
    return authority.isEmpty()
        || authority.startsWith("unix:")
        || authority.startsWith("/")
        || isLoopback(host.replaceFirst("]:\\d*$", "]"));
  }

  private static boolean oneColon(String text) {
    int colon = text.indexOf(':');
    return colon >= 0 && text.indexOf(':', colon + 1) < 0 && text.matches("[^:]*:\\d{1,5}");
  }
}
