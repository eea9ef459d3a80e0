package dev.assay.inspect.snmp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named parts of the tree of objects (RFC 3415), as far as: is it all of it? */
final class Views {
  /** Nodes that hold everything an agent serves. */
  private static final Set<String> ROOTS =
      Set.of("", "1", "1.3", "1.3.6", "1.3.6.1", "iso", "iso.org", "iso.3.6.1", "internet");

  private final Map<String, Boolean> whole = new HashMap<>();
  private final Set<String> cut = new HashSet<>();

  Views(List<Directive> directives) {
    for (Directive directive : directives) {
      if (directive.token().equals("view")) {
        boolean included = directive.argument(1).startsWith("incl");
        String name = directive.argument(0);
        if (!included) {
          cut.add(name);
        } else {
          whole.merge(name, isRoot(directive.argument(2)), (a, b) -> a || b);
        }
      }
    }
  }

  /** Whether a named view is the whole tree, with nothing cut out of it. */
  boolean isWhole(String name) {
    // net-snmp defines `_all_` itself.
    return name.equals("_all_") || whole.getOrDefault(name, false) && !cut.contains(name);
  }

  /** Whether the rest of a rocommunity or rouser line leaves the whole tree. */
  boolean isWhole(Directive directive, int from) {
    String first = directive.argument(from);
    if (first.equals("-V")) {
      return isWhole(directive.argument(from + 1));
    }
    return isRoot(first);
  }

  private static boolean isRoot(String oid) {
    return ROOTS.contains(oid.replaceFirst("^\\.+", "").replaceFirst("(?<!\\.)\\.+$", ""));
  }
}
