package dev.assay.inspect.snmp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.snmp.SnmpAgentFacts.Proxy;
import dev.assay.inspect.snmp.SnmpAgentFacts.Trap;
import java.util.ArrayList;
import java.util.List;

/** Hosts an agent speaks to by itself: receivers of notifications, and agents behind a proxy. */
final class Peers {
  private Peers() {}

  static List<Trap> traps(List<Directive> directives, Draft draft) {
    List<Trap> traps = new ArrayList<>();
    for (Directive directive : directives) {
      Trap trap =
          switch (directive.token()) {
            case "trapsink" -> new Trap(directive.argument(0), "1", false);
            case "trap2sink" -> new Trap(directive.argument(0), "2c", false);
            case "informsink" -> new Trap(directive.argument(0), "2c", true);
            case "trapsess" ->
                new Trap(
                    host(directive), version(directive), directive.arguments().contains("-Ci"));
            default -> new Trap("", "", false);
          };
      if (!trap.host().isEmpty()) {
        draft.seen("traps[" + traps.size() + "]", directive.evidence());
        traps.add(trap);
      }
    }
    return List.copyOf(traps);
  }

  /** {@code proxy [-Cn CONTEXT] [SNMPCMD_ARGS] HOST OID [REMOTEOID]}. */
  static List<Proxy> proxies(List<Directive> directives, Draft draft) {
    List<Proxy> proxies = new ArrayList<>();
    for (Directive directive : directives) {
      if (directive.token().equals("proxy")) {
        draft.seen("proxies[" + proxies.size() + "]", directive.evidence());
        proxies.add(new Proxy(host(directive), version(directive)));
      }
    }
    return List.copyOf(proxies);
  }

  /** {@code -v}; without it, commands of net-snmp use version 3. */
  private static String version(Directive directive) {
    List<String> words = directive.arguments();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("-v") && i + 1 < words.size()) {
        return words.get(i + 1);
      }
      if (words.get(i).matches("-v(1|2c|3)")) {
        return words.get(i).substring(2);
      }
    }
    return "3";
  }

  /** The first word that is neither an option nor its value (snmpcmd(1)). */
  private static String host(Directive directive) {
    List<String> words = directive.arguments();
    int i = 0;
    while (i < words.size() && words.get(i).startsWith("-")) {
      boolean alone = words.get(i).matches("-(Ci|d|V|v.+|[cuaAxXlLneErtTMm].+|C.+)");
      i += alone && !words.get(i).equals("-Cn") ? 1 : 2;
    }
    return i < words.size() ? words.get(i) : "";
  }
}
