package dev.assay.inspect.snmp;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Addresses as {@code agentaddress} and the command line give them (snmpd(8)). */
final class Listening {
  private Listening() {}

  /** The parts of a list with commas; what is no address is left out. */
  static List<String> addresses(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  /** Whether a word of a command line is an address. */
  static boolean isAddress(String word) {
    return word.matches("(?i)(udp|tcp|udp6|tcp6|tls|tlstcp|dtls|dtlsudp|ssh|unix|udpipv6):.*")
        || word.matches(
            "\\d{1,5}|[\\w.-]+:\\d{1,5}|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9a-fA-F:]+](:\\d+)?")
        || word.matches("localhost");
  }

  static boolean local(String address) {
    String host = host(address);
    return address.startsWith("unix:")
        || address.startsWith("/")
        || host.matches("localhost6?|127\\..*|\\[::1]|::1");
  }

  static boolean everywhere(String address) {
    String host = host(address);
    return !local(address) && host.matches("|0\\.0\\.0\\.0|\\[::]|::|\\*");
  }

  /** TCP without TLS. */
  static boolean stream(String address) {
    return address.toLowerCase(Locale.ROOT).matches("tcp(6|ipv6)?:.*");
  }

  private static String host(String address) {
    String bare =
        address.replaceFirst("(?i)^(udp6?|tcp6?|udpipv6|tcpipv6|tls|tlstcp|dtls|dtlsudp|ssh):", "");
    if (bare.startsWith("[")) {
      return bare.substring(0, Math.max(1, bare.indexOf(']') + 1));
    }
    if (bare.matches("\\d{1,5}")) {
      return "";
    }
    return bare.matches("[^:]*:\\d{1,5}") ? bare.substring(0, bare.indexOf(':')) : bare;
  }
}
