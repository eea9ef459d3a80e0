package dev.assay.inspect.snmp;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the group and access directives give one security name. */
final class Access {
  private boolean reads;
  private boolean writes;
  private boolean wholeTree;
  private String level = "";

  /**
   * @param name security name, of a community or a user
   * @param models security models in which it counts: {@code v1}, {@code v2c}, {@code usm}
   */
  Access(List<Directive> directives, Views views, String name, Set<String> models) {
    Set<String> groups = new HashSet<>();
    for (Directive directive : directives) {
      if (directive.token().equals("group")
          && models.contains(directive.argument(1).toLowerCase(Locale.ROOT))
          && directive.argument(2).equals(name)) {
        groups.add(directive.argument(0));
      }
    }
    for (Directive directive : directives) {
      switch (directive.token()) {
        case "access" -> {
          // access GROUP CONTEXT MODEL LEVEL PREFIX READ WRITE NOTIFY
          if (groups.contains(directive.argument(0)) && counts(directive.argument(2), models)) {
            read(views, directive.argument(5));
            write(directive.argument(6));
            lower(directive.argument(3));
          }
        }
        case "authgroup" -> {
          int at = directive.argument(1).equals("-s") ? 3 : 1;
          if (groups.contains(directive.argument(at))) {
            reads |= directive.argument(0).contains("read");
            writes |= directive.argument(0).contains("write");
            wholeTree |= views.isWhole(directive, at + 2);
            lower(directive.arguments().size() > at + 1 ? directive.argument(at + 1) : "auth");
          }
        }
        default -> {
          // No other directive gives a group access.
        }
      }
    }
  }

  private static boolean counts(String model, Set<String> models) {
    String lower = model.toLowerCase(Locale.ROOT);
    return lower.equals("any") || models.contains(lower);
  }

  private void read(Views views, String view) {
    if (!view.isEmpty() && !view.equals("none")) {
      reads = true;
      wholeTree |= views.isWhole(view);
    }
  }

  private void write(String view) {
    writes |= !view.isEmpty() && !view.equals("none");
  }

  private void lower(String candidate) {
    level = Level.weaker(level, Level.of(candidate));
  }

  boolean reads() {
    return reads;
  }

  boolean writes() {
    return writes;
  }

  boolean wholeTree() {
    return wholeTree;
  }

  /** The least protection asked for; empty where nothing is granted. */
  String level() {
    return level;
  }
}
