package dev.assay.inspect.snmp;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Directives of an agent's configuration files in their order, included files in their place. */
final class SnmpdConfig {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_DIRECTIVES = 4000;
  private static final int MAX_READS = 500;

  /** net-snmp reads all that exist; the last two are its persistent files (snmp_config(5)). */
  private static final List<String> PLACES =
      List.of(
          "etc/snmp/snmpd.conf",
          "etc/snmp/snmpd.local.conf",
          "usr/share/snmp/snmpd.conf",
          "usr/local/etc/snmp/snmpd.conf",
          "usr/local/share/snmp/snmpd.conf",
          "etc/snmpd.conf",
          "var/lib/snmp/snmpd.conf",
          "var/lib/net-snmp/snmpd.conf",
          "var/net-snmp/snmpd.conf");

  static final List<String> READS =
      List.of(
          "snmp/snmpd.conf",
          "etc/snmpd.conf",
          "net-snmp/snmpd.conf",
          "snmp/snmpd.local.conf",
          "etc/snmp/*",
          "etc/snmp/*/*",
          "etc/config/snmpd",
          "etc/config/mini_snmpd",
          "etc/mini-snmpd.conf",
          "etc/mini_snmpd.conf");

  private final Root root;
  private final List<Directive> directives = new ArrayList<>();
  private final Set<SourceFile> files = new LinkedHashSet<>();
  private final Set<String> open = new HashSet<>();
  private boolean missing;
  private int reads;

  private SnmpdConfig(Root root) {
    this.root = root;
  }

  /**
   * Reads the usual places.
   *
   * @param named files given on the command line, read as well
   * @param alone whether the usual places are left out ({@code -C})
   */
  static SnmpdConfig read(Root root, List<String> named, Places alone) {
    SnmpdConfig config = new SnmpdConfig(root);
    List<String> paths = new ArrayList<>(alone == Places.USUAL ? PLACES : List.of());
    paths.addAll(named);
    Set<String> seen = new HashSet<>();
    for (String path : paths) {
      Optional<SourceFile> file = root.file(path);
      file.filter(each -> seen.add(each.node().inRoot())).ifPresent(each -> config.read(each, 0));
      config.missing |= file.isEmpty() && named.contains(path);
    }
    return config;
  }

  /** Where an agent looks for its configuration. */
  enum Places {
    USUAL,
    NAMED_ONLY
  }

  List<Directive> directives() {
    return directives;
  }

  /** Files read, in their order. */
  List<SourceFile> files() {
    return List.copyOf(files);
  }

  /** Whether a file that is named is not in the product, as when it is made at run time. */
  boolean missing() {
    return missing;
  }

  void add(SourceFile file, List<Directive> more) {
    files.add(file);
    directives.addAll(more);
  }

  private void read(SourceFile file, int depth) {
    if (depth > MAX_DEPTH || reads++ >= MAX_READS) {
      missing = true;
      return;
    }
    if (!open.add(file.node().inRoot())) {
      return;
    }
    files.add(file);
    for (Line line : file.lines()) {
      if (directives.size() >= MAX_DIRECTIVES) {
        file.cut("more than " + MAX_DIRECTIVES + " directives with all other files");
        break;
      }
      Directive.of(file, line).ifPresent(directive -> take(directive, file, depth));
    }
    open.remove(file.node().inRoot());
  }

  private void take(Directive directive, SourceFile file, int depth) {
    String target = directive.argument(0);
    switch (directive.token()) {
      case "includefile", "include" -> {
        String inRoot = file.node().inRoot();
        String folder = inRoot.substring(0, inRoot.lastIndexOf('/') + 1);
        Optional<SourceFile> included =
            root.file(target.startsWith("/") ? target : folder + target);
        included.ifPresentOrElse(each -> read(each, depth + 1), () -> missing = true);
      }
      case "includedir" ->
          root.children(target).stream()
              .filter(node -> node.name().endsWith(".conf"))
              .forEach(node -> root.file(node.inRoot()).ifPresent(each -> read(each, depth + 1)));
      default -> directives.add(directive);
    }
  }
}
