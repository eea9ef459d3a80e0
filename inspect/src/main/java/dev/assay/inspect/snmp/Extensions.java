package dev.assay.inspect.snmp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.snmp.SnmpAgentFacts.Extension;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Programs;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an agent runs and loads: Extending Agent Functionality in snmpd.conf(5). */
final class Extensions {
  private Extensions() {}

  static List<Extension> of(Root root, List<Directive> directives, Draft draft) {
    List<Extension> found = new ArrayList<>();
    for (Directive directive : directives) {
      int at =
          switch (directive.token()) {
            // exec, extend and sh: [-cacheTime N] [-execType sh] [MIBOID] NAME PROGRAM ARGUMENTS
            case "exec", "extend", "sh", "extend-sh", "extendfix", "execfix" -> program(directive);
            // pass MIBOID PROGRAM; with -p PRIORITY before it
            case "pass", "pass_persist" -> directive.argument(0).equals("-p") ? 3 : 1;
            case "dlmod" -> 1;
            case "perl" -> 0;
            default -> -1;
          };
      if (at >= 0 && at < directive.arguments().size()) {
        draft.seen("extensions[" + found.size() + "]", directive.evidence());
        found.add(extension(root, directive, directive.argument(at)));
      }
    }
    return List.copyOf(found);
  }

  private static int program(Directive directive) {
    int at = 0;
    while (directive.argument(at).startsWith("-") && at < 8) {
      at += 2;
    }
    return directive.argument(at).matches("\\.?\\d+(\\.\\d+)+") ? at + 2 : at + 1;
  }

  private static Extension extension(Root root, Directive directive, String word) {
    boolean shell =
        directive.token().equals("sh")
            || directive.token().equals("extend-sh")
            || word.matches("(/usr)?/bin/(ba|a|da)?sh") && directive.arguments().contains("-c");
    String path = word.split("\\s+", 2)[0];
    // A script behind an interpreter is what counts.
    if (path.matches("\\S*/(ba|a|da)?sh|\\S*/(perl|python[0-9.]*|lua)")) {
      path =
          directive.arguments().stream()
              .dropWhile(each -> !each.equals(word))
              .skip(1)
              .filter(each -> each.startsWith("/"))
              .findFirst()
              .orElse(path);
    }
    Optional<Node> node = path.startsWith("/") ? Programs.find(root, path) : Optional.empty();
    return new Extension(
        directive.token(),
        path.startsWith("/") ? path : "",
        shell,
        node.isPresent() || Programs.isPresent(root, path) != Answer.NO,
        node.filter(each -> (each.mode() & 2) != 0).isPresent());
  }
}
