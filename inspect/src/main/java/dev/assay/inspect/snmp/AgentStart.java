package dev.assay.inspect.snmp;

import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Programs;
import dev.assay.inspect.starts.ShellLine;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an agent is started, and what its command line says.
 *
 * @param where path of what starts it, or of its program; empty where there is neither
 * @param evidence for what the command line decides; of the program where nothing starts it
 */
record AgentStart(
    String where,
    String manager,
    Answer enabled,
    String program,
    List<String> arguments,
    Optional<Evidence> evidence) {

  /** Options of snmpd(8) and mini_snmpd(8) that are followed by a value. */
  private static final Set<String> VALUED =
      Set.of(
          "-c",
          "-g",
          "-I",
          "-m",
          "-M",
          "-n",
          "-p",
          "-u",
          "-x",
          "-X",
          "-Lf",
          "-LF",
          "-LS",
          "-Ls",
          "-P",
          "-C",
          "-L",
          "-d",
          "-i",
          "-t",
          "-D",
          "-l",
          "--community",
          "--udp-port",
          "--listen",
          "--interfaces",
          "--contact",
          "--location",
          "--disks",
          "--timeout",
          "--file",
          "-f");

  /** The start that is most certain to happen; the bare program where there is none. */
  static AgentStart of(Root root, List<Start> starts, List<String> names) {
    Optional<Start> best = Optional.empty();
    for (Answer wanted : List.of(Answer.YES, Answer.UNKNOWN, Answer.NO)) {
      best =
          best.or(
              () ->
                  starts.stream()
                      .filter(each -> names.contains(each.name()) && each.enabled() == wanted)
                      .findFirst());
    }
    if (best.isPresent()) {
      Start start = best.get();
      return new AgentStart(
          start.where(),
          start.manager(),
          start.enabled().and(Programs.isPresent(root, start.program())),
          start.program(),
          start.arguments(),
          Optional.of(start.evidence()));
    }
    Optional<Node> program =
        names.stream().flatMap(name -> Programs.find(root, name).stream()).findFirst();
    Answer enabled =
        program.isPresent()
            ? Programs.startsUnseen(root)
            : Programs.isPresent(root, names.getFirst()).and(Programs.startsUnseen(root));
    return new AgentStart(
        program.map(Node::path).orElse(""),
        "",
        enabled,
        program.map(node -> "/" + node.inRoot()).orElse("/usr/sbin/" + names.getFirst()),
        List.of(),
        program.map(node -> node.whole("nothing in the product starts it")));
  }

  boolean certain() {
    return arguments.stream().noneMatch(word -> word.indexOf(ShellLine.UNRESOLVED) >= 0);
  }

  boolean has(String... options) {
    return arguments.stream().anyMatch(Set.of(options)::contains);
  }

  /** Values of an option by its names, separate or attached. */
  List<String> values(String... options) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      for (String option : options) {
        if (word.equals(option) && i + 1 < arguments.size()) {
          values.add(arguments.get(i + 1));
        } else if (word.startsWith(option + "=")) {
          values.add(word.substring(option.length() + 1));
        } else if (option.length() == 2 && word.startsWith(option) && word.length() > 2) {
          values.add(word.substring(2));
        }
      }
    }
    return values;
  }

  /** Words that are neither options nor their values. */
  List<String> operands() {
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.startsWith("-")) {
        i += VALUED.contains(word) && !word.equals("-f") ? 1 : 0;
      } else {
        operands.add(word);
      }
    }
    return operands;
  }
}
