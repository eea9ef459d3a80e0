package dev.assay.inspect.services;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Grant;
import dev.assay.model.RiskSigns.Privilege;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A service being read. {@link #report} makes a component of it. */
final class Service {
  private final String where;
  private final String name;
  private final String manager;
  private final Evidence defined;
  boolean enabled;
  String user = "root";
  final List<String> commands = new ArrayList<>();
  final List<Evidence> commandEvidence = new ArrayList<>();
  final List<String> listens = new ArrayList<>();
  final Map<String, String> directives = new TreeMap<>();
  final Map<String, Evidence> directiveEvidence = new TreeMap<>();
  boolean worldWritable;
  boolean respawnShell;

  /**
   * @param where path of the defining file, with {@code #part} where it defines several
   * @param defined evidence for every fact that has no place of its own
   */
  Service(String where, String name, String manager, Evidence defined) {
    this.where = where;
    this.name = name;
    this.manager = manager;
    this.defined = defined;
  }

  void command(String command, Evidence at) {
    String shown = Concealed.of(command);
    commands.add(shown);
    commandEvidence.add(new Evidence(at.artifact(), at.place(), shown));
  }

  void report(Root root, Findings findings, Draft draft) {
    String command = commands.isEmpty() ? "" : commands.getFirst();
    String binary = Started.program(command);
    Optional<Node> started = binary.startsWith("/") ? root.node(binary) : Optional.empty();
    started
        .filter(node -> node.isFile() && (node.mode() & 2) != 0)
        .ifPresent(
            node -> {
              worldWritable = true;
              draft.seen(
                  "scriptWorldWritable", node.whole("mode " + Integer.toOctalString(node.mode())));
            });
    for (String fact :
        List.of(
            "name",
            "manager",
            "enabled",
            "user",
            "listens",
            "directives",
            "scriptWorldWritable",
            "respawnShell")) {
      draft.seen(fact, defined);
    }
    directiveEvidence.forEach((key, at) -> draft.seen("directives[" + key + "]", at));
    for (int i = 0; i < commands.size(); i++) {
      draft.seen("commands[" + i + "]", commandEvidence.get(i));
    }
    draft.seen("command", commandEvidence.isEmpty() ? defined : commandEvidence.getFirst());
    draft.seen("binary", commandEvidence.isEmpty() ? defined : commandEvidence.getFirst());
    draft
        .signs(signs(Started.by(command, root)))
        .facts(
            new ServiceFacts(
                name,
                manager,
                enabled,
                user,
                command,
                List.copyOf(commands),
                binary,
                List.copyOf(listens),
                Collections.unmodifiableSortedMap(new TreeMap<>(directives)),
                worldWritable,
                respawnShell));
  }

  Draft draft(Findings findings) {
    return findings.component(ServiceInspector.KIND, where, name);
  }

  /**
   * @param started paths of what it runs
   */
  private RiskSigns signs(List<String> started) {
    Privilege privilege =
        user.equals("root") || user.equals("0") ? Privilege.FULL : Privilege.SERVICE;
    String why = name + " runs as " + user;
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withExposure(
                listens.isEmpty() ? Exposure.NONE : Exposure.LISTENS,
                listens.isEmpty() ? "opens no socket itself" : "listens on " + listens)
            .withSurface(commands.size(), Math.max(1, listens.size()), "its definition")
            .withMemoryUnsafe(false, "configuration")
            .withParsesInput(false, "configuration")
            .withPrivilege(privilege, why);
    return enabled
        ? signs.withGrants(
            started.stream()
                .map(
                    path ->
                        new Grant(
                            "path:" + path,
                            listens.isEmpty() ? Optional.empty() : Optional.of(Exposure.LISTENS),
                            Optional.of(privilege),
                            listens.isEmpty() ? why : why + " and listens on " + listens,
                            commandEvidence.stream().findFirst()))
                .toList())
        : signs;
  }
}
