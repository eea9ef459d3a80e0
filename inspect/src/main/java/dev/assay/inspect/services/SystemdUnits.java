package dev.assay.inspect.services;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Services of systemd, systemd.unit(5): a unit in an earlier directory hides the same name in later
 * ones.
 */
final class SystemdUnits {
  private static final List<String> DIRECTORIES =
      List.of(
          "etc/systemd/system",
          "run/systemd/system",
          "usr/lib/systemd/system",
          "lib/systemd/system");

  private static final Pattern WANTED =
      Pattern.compile("(?:etc|run|usr/lib|lib)/systemd/system/[^/]+\\.(?:wants|requires)/[^/]+");

  private final Root root;
  private final Map<String, Node> units = new TreeMap<>();
  private final Set<String> enabled = new HashSet<>();

  SystemdUnits(Root root) {
    this.root = root;
    for (String directory : DIRECTORIES) {
      for (Node node : root.children(directory)) {
        String name = node.name();
        if (name.endsWith(".service") || name.endsWith(".socket")) {
          units.putIfAbsent(name, node);
        }
      }
    }
    units.forEach((name, node) -> alias(node).ifPresent(enabled::add));
    for (Node node : root.nodes()) {
      if (WANTED.matcher(node.inRoot()).matches()) {
        enabled.add(node.name());
      }
    }
  }

  /** Whether a unit of this name is defined or masked. */
  boolean knows(String service) {
    return units.containsKey(service + ".service");
  }

  void report(Findings findings) {
    units.forEach(
        (name, node) -> {
          if (name.endsWith(".service") && alias(node).isEmpty()) {
            root.file(node.inRoot()).ifPresent(file -> report(name, file, findings));
          }
        });
  }

  private void report(String name, SourceFile file, Findings findings) {
    UnitFile unit = unit(name, file);
    Service service = new Service(file.path(), name, "systemd", file.whole("unit " + name));
    service.worldWritable = (file.node().mode() & 2) != 0;
    service.enabled = isEnabled(name);
    socket(name, file, service);
    unit.effective()
        .forEach(
            (key, setting) -> {
              service.directives.put(key, Concealed.of(setting.value()));
              service.directiveEvidence.put(key, setting.at());
            });
    service.user =
        service.directives.getOrDefault(
            "User",
            service.directives.getOrDefault("DynamicUser", "no").equals("yes")
                ? "dynamic"
                : "root");
    for (String key : List.of("ExecStart", "ExecStartPre", "ExecStartPost")) {
      unit.all(key).forEach(setting -> service.command(setting.value(), setting.at()));
    }
    Draft draft = service.draft(findings);
    if (!unit.isWhole()) {
      draft.unknown("commands", UnitFile.MORE);
    }
    service.report(root, findings, draft);
  }

  /** A socket of the same name, when it is enabled, starts the service on the first connection. */
  private void socket(String service, SourceFile whole, Service into) {
    String name = service.replaceFirst("@?\\.service$", ".socket");
    Node node = units.get(name);
    if (node == null || !enabled.contains(name)) {
      return;
    }
    root.file(node.inRoot())
        .ifPresent(
            file -> {
              UnitFile unit = unit(name, file.in(whole));
              into.enabled = true;
              unit.all("ListenStream").forEach(each -> into.listens.add("stream:" + each.value()));
              unit.all("ListenDatagram")
                  .forEach(each -> into.listens.add("datagram:" + each.value()));
            });
  }

  private UnitFile unit(String name, SourceFile file) {
    UnitFile unit = new UnitFile();
    unit.read(file);
    Map<String, String> dropIns = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (Node node : root.children(directory + "/" + name + ".d")) {
        if (node.name().endsWith(".conf")) {
          dropIns.putIfAbsent(node.name(), node.inRoot());
        }
      }
    }
    dropIns
        .values()
        .forEach(path -> root.file(path).map(part -> part.in(file)).ifPresent(unit::read));
    return unit;
  }

  private boolean isEnabled(String name) {
    int at = name.indexOf("@.");
    return enabled.contains(name)
        || enabled.contains(name.replaceFirst("\\.service$", ".timer"))
        || at >= 0 && enabled.stream().anyMatch(each -> each.startsWith(name.substring(0, at + 1)));
  }

  /** The other unit a link in the unit directories stands for. */
  private static Optional<String> alias(Node node) {
    String target = node.link().substring(node.link().lastIndexOf('/') + 1);
    boolean other =
        node.isLink()
            && !target.equals(node.name())
            && (target.endsWith(".service") || target.endsWith(".socket"));
    return other ? Optional.of(target) : Optional.empty();
  }
}
