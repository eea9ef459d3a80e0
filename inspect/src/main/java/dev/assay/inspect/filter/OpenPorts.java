package dev.assay.inspect.filter;

import dev.assay.inspect.filter.PacketFilterFacts.Open;
import dev.assay.inspect.filter.Ruleset.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which ports of the device itself new connections may enter. */
final class OpenPorts {
  private static final int MAX_PORT = 65_535;
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("ftp", 21),
          Map.entry("ssh", 22),
          Map.entry("telnet", 23),
          Map.entry("domain", 53),
          Map.entry("tftp", 69),
          Map.entry("http", 80),
          Map.entry("sunrpc", 111),
          Map.entry("rpcbind", 111),
          Map.entry("ntp", 123),
          Map.entry("snmp", 161),
          Map.entry("https", 443),
          Map.entry("isakmp", 500),
          Map.entry("syslog", 514),
          Map.entry("nfs", 2049),
          Map.entry("mysql", 3306));

  private OpenPorts() {}

  static boolean opens(Placed rule) {
    Match match = rule.match();
    boolean takesNew = match.states.isEmpty() || match.states.contains("new");
    boolean local = match.interfaces.size() == 1 && match.interfaces.getFirst().matches("lo|lo0");
    boolean icmp = match.protocol.startsWith("icmp") || !match.icmpTypes.isEmpty();
    return rule.hook().equals("input")
        && rule.target().equals("accept")
        && takesNew
        && !local
        && !icmp
        && !match.protocol.matches("igmp|esp|ah|vrrp|ospf|50|51|112");
  }

  static List<Open> of(Placed rule, List<Placed> before) {
    Match match = rule.match();
    boolean restricted =
        !match.sources.isEmpty()
            || !match.exceptSources.isEmpty()
            || !match.interfaces.isEmpty()
            || match.conditional
            || before.stream().anyMatch(each -> shuts(each, match));
    List<Open> open = new ArrayList<>();
    for (String port : match.ports.isEmpty() ? List.of("0-65535") : match.ports) {
      String[] ends = port.split("-", 2);
      int first = number(ends[0], 0);
      int last = ends.length > 1 ? number(ends[1], MAX_PORT) : number(ends[0], MAX_PORT);
      open.add(new Open(match.family, match.protocol, first, last, restricted, match.limited));
    }
    return open;
  }

  /** Whether an earlier rule drops the same port for all but some senders. */
  private static boolean shuts(Placed earlier, Match match) {
    Match other = earlier.match();
    return earlier.hook().equals("input")
        && (earlier.target().equals("drop") || earlier.target().equals("reject"))
        && (!other.exceptSources.isEmpty() || other.conditional)
        && !other.ports.isEmpty()
        && other.ports.containsAll(match.ports);
  }

  private static int number(String port, int otherwise) {
    return port.matches("[0-9]{1,5}")
        ? Math.min(Integer.parseInt(port), MAX_PORT)
        : NAMES.getOrDefault(port, otherwise);
  }
}
