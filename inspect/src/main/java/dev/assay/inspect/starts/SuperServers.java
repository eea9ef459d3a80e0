package dev.assay.inspect.starts;

import dev.assay.inspect.services.ServiceFacts;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What inetd(8) and xinetd(8) start when somebody connects: enabled where the super-server itself
 * is.
 */
final class SuperServers {
  private static final int MAX_LINES = 1000;

  private SuperServers() {}

  /**
   * @param starts everything else that is started; what the super-servers serve is added
   * @return a file of which not all lines were looked at
   */
  static Optional<SourceFile> read(Root root, List<Described> services, List<Start> starts) {
    Answer inetd = runs(root, starts, List.of("inetd", "inetutils-inetd"));
    Answer xinetd = runs(root, starts, List.of("xinetd"));
    List<SourceFile> files =
        Stream.concat(
                root.file("etc/inetd.conf").stream(),
                root.children("etc/inetd.d").stream().flatMap(n -> root.file(n.inRoot()).stream()))
            .toList();
    Optional<SourceFile> cut = Optional.empty();
    for (SourceFile file : files) {
      List<Line> lines = services(file);
      if (lines.size() > MAX_LINES) {
        file.cut("more than " + MAX_LINES + " services");
        cut = Optional.of(file);
      }
      lines.stream().limit(MAX_LINES).forEach(line -> inetd(file, line, inetd, starts));
    }
    for (Described service : services) {
      ServiceFacts facts = (ServiceFacts) service.facts();
      if (facts.manager().equals("xinetd")) {
        xinetd(service, facts, xinetd, starts);
      }
    }
    return cut;
  }

  private static List<Line> services(SourceFile file) {
    return file.lines().stream()
        .filter(line -> !line.text().isBlank() && !line.text().strip().startsWith("#"))
        .toList();
  }

  /** Where a super-server is in the product and nothing is seen to start it, something may. */
  private static Answer runs(Root root, List<Start> starts, List<String> names) {
    Answer best = Answer.NO;
    for (Start start : starts) {
      if (names.contains(start.name())) {
        best = best.or(start.enabled().and(Programs.isPresent(root, start.program())));
      }
    }
    boolean started = starts.stream().anyMatch(start -> names.contains(start.name()));
    boolean present = names.stream().anyMatch(name -> Programs.find(root, name).isPresent());
    return !started && (present || !root.isSystem()) ? Answer.UNKNOWN : best;
  }

  /** {@code service type protocol wait user program argv[0] arguments}, inetd.conf(5). */
  private static void inetd(SourceFile file, Line line, Answer runs, List<Start> starts) {
    String[] fields = line.text().strip().split("\\s+", 7);
    if (fields.length < 6 || fields[0].startsWith("#")) {
      return;
    }
    List<String> argv =
        new ArrayList<>(ShellLine.words(fields.length > 6 ? fields[6] : "", name -> "$" + name));
    String program = fields[5];
    String name = program.substring(program.lastIndexOf('/') + 1);
    // tcpd runs, and BusyBox is, what the name it is given says.
    if (!argv.isEmpty() && (name.equals("tcpd") || name.equals("busybox"))) {
      boolean applet = argv.getFirst().endsWith("busybox") && argv.size() > 1;
      program = argv.get(applet ? 1 : 0);
      argv.subList(0, applet ? 1 : 0).clear();
    }
    String service = fields[0].substring(fields[0].lastIndexOf(':') + 1);
    starts.add(
        new Start(
            file.path() + "#" + line.number(),
            service,
            "inetd",
            runs,
            fields[4].split("[.:/]", 2)[0],
            program,
            argv.isEmpty() ? List.of() : argv.subList(1, argv.size()),
            List.of(fields[2] + ":" + fields[0]),
            Map.of(),
            Starts.at(file, line)));
  }

  private static void xinetd(
      Described service, ServiceFacts facts, Answer runs, List<Start> starts) {
    String server = facts.directives().getOrDefault("server", "");
    String arguments = facts.directives().getOrDefault("server_args", "");
    String id = service.component().id();
    starts.add(
        new Start(
            id.substring(id.indexOf(':') + 1),
            facts.name(),
            "xinetd",
            facts.enabled() ? runs : Answer.NO,
            facts.user(),
            server.isEmpty() ? "internal" : server,
            ShellLine.words(arguments, name -> "$" + name),
            facts.listens(),
            facts.directives(),
            service.evidence().getFirst().evidence()));
  }
}
