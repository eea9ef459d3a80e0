package dev.assay.inspect.starts;

import dev.assay.inspect.Findings;
import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.services.ServiceFacts;
import dev.assay.inspect.services.ServiceInspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All programs that a root file system starts, with their arguments. */
public final class Starts {
  private static final int MAX_SCRIPTS = 500;
  private static final int MAX_STARTS = 20_000;
  private static final Root.Derived<Starts> ALL = new Root.Derived<>(Starts::read);

  /** Where the variables of a service stand: Debian, OpenRC, Red Hat. */
  private static final List<String> VARIABLES =
      List.of("etc/default/", "etc/conf.d/", "etc/sysconfig/");

  private final Root root;
  private final List<Start> starts = new ArrayList<>();
  private final Set<String> read = new HashSet<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private Optional<Unseen> unseen = Optional.empty();

  /** A file of which not all was looked at. */
  private record Unseen(String artifact, String why) {}

  /** A script to read. */
  private record Pending(
      SourceFile file, String service, String manager, Answer enabled, boolean variables) {}

  private Starts(Root root) {
    this.root = root;
  }

  /** Files that {@link #of} needs; part of what an inspector that uses it must read. */
  public static List<String> reads() {
    return Stream.concat(
            new ServiceInspector().reads().stream(),
            Stream.of(
                "etc/default/*",
                "etc/conf.d/*",
                "etc/sysconfig/*",
                "etc/inetd.d/*",
                "etc/rcS",
                "etc_ro/rcS",
                "etc/rc",
                "etc/*.sh",
                "etc_ro/*.sh",
                "sbin/*.sh",
                "bin/*.sh"))
        .toList();
  }

  /** Everything that starts programs. */
  public static List<Start> of(Root root) {
    return List.copyOf(ALL.of(root).starts);
  }

  /** Why more may be started than was seen; empty where all was looked at. */
  public static Optional<String> doubt(Root root) {
    return ALL.of(root).unseen.map(Unseen::why);
  }

  /** Tells of a kind of server that there may be more than was seen to start. */
  public static void tell(Root root, Kind<?> kind, Findings findings) {
    ALL.of(root).unseen.ifPresent(each -> findings.more(kind, each.artifact(), each.why()));
  }

  private void unseen(String artifact, String why) {
    unseen = unseen.or(() -> Optional.of(new Unseen(artifact, why)));
  }

  private static Starts read(Root root) {
    Starts reader = new Starts(root);
    List<Described> services = ServiceInspector.of(root);
    services.forEach(reader::service);
    reader.scripts();
    SuperServers.read(root, services, reader.starts)
        .ifPresent(cut -> reader.unseen(cut.path(), "not all of " + cut.path() + " is looked at"));
    return reader;
  }

  private void service(Described service) {
    ServiceFacts facts = (ServiceFacts) service.facts();
    String id = service.component().id();
    String where = id.substring(id.indexOf(':') + 1);
    switch (facts.manager()) {
      case "systemd" -> unit(service, facts, where);
      case "inittab" -> unit(service, facts, where);
      case "init-script", "rc.local" -> script(facts, where);
      default -> {
        // The super-servers' files are read again by SuperServers, which needs whole lines.
      }
    }
  }

  private void unit(Described service, ServiceFacts facts, String where) {
    String artifact = service.component().artifacts().getFirst();
    Optional.ofNullable(service.unknown().get("commands"))
        .ifPresent(why -> unseen(artifact, artifact + " has " + why));
    Assignments variables = new Assignments();
    String name = facts.name().replaceFirst("@?\\.service$", "");
    String environment = facts.directives().getOrDefault("Environment", "");
    for (String word : ShellLine.words(environment, variable -> "")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        variables.put(word.substring(0, equals), word.substring(equals + 1), place(service, 0));
      }
    }
    String environmentFile = facts.directives().getOrDefault("EnvironmentFile", "");
    if (!environmentFile.isEmpty()) {
      root.file(environmentFile.replaceFirst("^-", "")).ifPresent(variables::read);
    }
    for (int i = 0; i < facts.commands().size(); i++) {
      // Prefixes of systemd.service(5), Command lines; `-` of BusyBox's inittab.
      String command = facts.commands().get(i).strip().replaceFirst("^[-@:+!|]+", "");
      Evidence at = place(service, i);
      for (ShellLine.Command each : ShellLine.read(command, variables::text)) {
        Launch.of(each.words(), variables::text)
            .ifPresent(
                launch ->
                    add(
                        launch,
                        new Start(
                            where,
                            facts.manager().equals("inittab") ? facts.name() : name,
                            facts.manager(),
                            Answer.of(facts.enabled() && conditionHolds(facts)),
                            facts.user(),
                            launch.program(),
                            launch.arguments(),
                            facts.listens(),
                            facts.directives(),
                            at)));
      }
    }
  }

  /** {@code ConditionPathExists} on configuration, which the product has or has not. */
  private boolean conditionHolds(ServiceFacts facts) {
    String path = facts.directives().getOrDefault("ConditionPathExists", "");
    return !path.startsWith("/etc/") || root.exists(path);
  }

  private void script(ServiceFacts facts, String where) {
    String inRoot =
        facts.manager().equals("rc.local")
            ? Stream.of("etc/rc.local", "etc/rc.d/rc.local")
                .filter(path -> where.endsWith(path))
                .findFirst()
                .orElse("etc/rc.local")
            : "etc/init.d/" + facts.name();
    Answer enabled = Answer.of(facts.enabled() || inRunlevel(facts.name()));
    root.file(inRoot)
        .ifPresent(
            file -> {
              Pending script = new Pending(file, facts.name(), facts.manager(), enabled, true);
              if (enabled == Answer.YES) {
                pending.addFirst(script);
              } else {
                pending.addLast(script);
              }
            });
  }

  /** OpenRC starts what is linked in a runlevel. */
  private boolean inRunlevel(String name) {
    return Stream.of("sysinit", "boot", "default")
        .anyMatch(level -> root.entry("etc/runlevels/" + level + "/" + name).isPresent());
  }

  /** Scripts that start by themselves first, so that what they run is known to run, too. */
  private void scripts() {
    // BusyBox's init without inittab.
    if (!root.exists("etc/inittab")) {
      enqueue("/etc/init.d/rcS", Answer.YES);
    }
    while (!pending.isEmpty()) {
      Pending script = pending.removeFirst();
      if (read.size() >= MAX_SCRIPTS && !read.contains(script.file().node().inRoot())) {
        unseen(script.file().path(), "only the first " + MAX_SCRIPTS + " scripts are looked at");
      } else if (read.add(script.file().node().inRoot())) {
        read(script);
      }
    }
  }

  private void read(Pending script) {
    Assignments variables = new Assignments();
    boolean openRc = script.file().text().startsWith("#!/sbin/openrc-run");
    if (openRc) {
      variablesOf(script.service(), variables);
    }
    Set<String> seen = new HashSet<>();
    Script.Result result = Script.read(root, script.file(), variables);
    String path = script.file().path();
    if (!result.whole()) {
      unseen(path, "not all of " + path + " is looked at");
    }
    for (Script.Found found : result.found()) {
      if (seen.add(found.launch().program() + found.launch().arguments() + found.runs())) {
        add(found.launch(), start(script, found));
      }
    }
    String command = variables.text("command");
    if (openRc && !command.isEmpty()) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(ShellLine.words(variables.text("command_args"), variables::text));
      Evidence at = variables.get("command").map(Assignments.Value::evidence).orElseThrow();
      Launch.of(words, variables::text)
          .ifPresent(
              launch -> add(launch, start(script, new Script.Found(launch, Answer.YES, at))));
    }
  }

  private void variablesOf(String service, Assignments into) {
    for (String directory : VARIABLES) {
      root.file(directory + service).ifPresent(into::read);
    }
  }

  private static Start start(Pending script, Script.Found found) {
    return new Start(
        script.file().path(),
        script.service(),
        script.manager(),
        script.enabled().and(found.runs()),
        "root",
        found.launch().program(),
        found.launch().arguments(),
        List.of(),
        Map.of(),
        found.evidence());
  }

  private void add(Launch launch, Start start) {
    Start whole =
        new Start(
            start.where(),
            start.service(),
            start.manager(),
            start.enabled(),
            launch.user().isEmpty() ? start.user() : launch.user(),
            start.program(),
            start.arguments(),
            launch.listens().isEmpty() ? start.listens() : launch.listens(),
            start.directives(),
            start.evidence());
    if (launch.isTooDeep()) {
      unseen(start.evidence().artifact(), start.service() + " starts shells within shells");
    }
    if (starts.size() >= MAX_STARTS) {
      unseen(
          start.evidence().artifact(), "only the first " + MAX_STARTS + " commands are looked at");
      return;
    }
    starts.add(whole);
    boolean stops = !start.arguments().isEmpty() && start.arguments().getFirst().equals("stop");
    if (!stops && start.enabled() != Answer.NO) {
      enqueue(start.program(), start.enabled());
      if (start.name().matches("(ba|a|da)?sh") && !start.arguments().isEmpty()) {
        enqueue(start.arguments().getFirst(), start.enabled());
      }
    }
  }

  /** A script run by something that runs. */
  private void enqueue(String program, Answer enabled) {
    if (!program.startsWith("/")) {
      return;
    }
    Optional<Node> node = root.node(program).filter(Node::isFile);
    node.filter(each -> !read.contains(each.inRoot()))
        .flatMap(each -> root.file(each.inRoot()))
        .filter(Starts::isScript)
        .ifPresent(
            file ->
                pending.addFirst(
                    new Pending(file, file.node().name(), "boot-script", enabled, false)));
  }

  private static boolean isScript(SourceFile file) {
    byte[] bytes = file.bytes();
    return bytes.length > 1 && bytes[0] == '#' || file.node().inRoot().startsWith("etc");
  }

  private static Evidence place(Described service, int command) {
    String fact = "commands[" + command + "]";
    return service.evidence().stream()
        .filter(each -> each.fact().equals(fact))
        .map(FactEvidence::evidence)
        .findFirst()
        .orElseGet(() -> Evidence.whole(service.component().artifacts().getFirst(), "its unit"));
  }

  static Evidence at(SourceFile file, Line line) {
    return file.at(new Line(line.number(), Concealed.of(line.text())));
  }
}
