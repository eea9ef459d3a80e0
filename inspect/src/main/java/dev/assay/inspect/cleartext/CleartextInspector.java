package dev.assay.inspect.cleartext;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Programs;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.starts.Starts;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One component for each service that the product starts, or whose daemon it carries. */
public final class CleartextInspector implements Inspector {
  public static final Kind<CleartextFacts> KIND =
      Kind.of("cleartext-service", CleartextFacts.class, "Clear-text network service");

  private static final int MAX_SERVICES = 500;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(Starts.reads());
    reads.addAll(Configurations.READS);
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Set<String> protocols = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (Start start : Starts.of(root)) {
      Optional<String> protocol = Protocols.of(start);
      // A script may start the same service in several branches; the first one speaks for it.
      if (seen.size() >= MAX_SERVICES) {
        findings.more(
            KIND, start.evidence().artifact(), "more than " + MAX_SERVICES + " are started");
        break;
      }
      if (protocol.isPresent()
          && !isUnderTest(start)
          && seen.add(start.where() + "#" + protocol.get())) {
        protocols.add(protocol.get());
        started(root, start, protocol.get(), findings);
      }
    }
    Starts.tell(root, KIND, findings);
    for (String program : Protocols.ALONE) {
      String protocol = Protocols.ofProgram(program);
      if (!protocols.contains(protocol)) {
        Programs.find(root, program)
            .ifPresent(
                node -> {
                  protocols.add(protocol);
                  alone(root, program, node, protocol, findings);
                });
      }
    }
  }

  /** {@code proftpd --configtest} and the like start nothing. */
  private static boolean isUnderTest(Start start) {
    return start.arguments().stream().anyMatch(word -> word.matches("--configtest|-t|--version|-V"))
        && start.name().equals("proftpd");
  }

  private static void started(Root root, Start start, String protocol, Findings findings) {
    String where = start.where().contains("#") ? start.where() : start.where() + "#" + protocol;
    Draft draft = findings.component(KIND, where, protocol + " (" + start.service() + ")");
    Answer present =
        Protocols.isInternal(start) ? Answer.YES : Programs.isPresent(root, start.program());
    Daemon daemon =
        new Daemon(root, draft, protocol, server(root, start), start.arguments(), start.evidence());
    daemon.user = start.user();
    daemon.listens.addAll(start.listens());
    if (start.enabled() == Answer.NO) {
      daemon.isOff();
    }
    if (confinedToDevice(start)) {
      daemon.onlyLocal();
    }
    // The wrapper of Debian reads files only.
    if (start.resolved() || start.name().equals("pure-ftpd-wrapper")) {
      Configurations.read(daemon);
    } else {
      daemon.unread("part of the command line is made while the device runs");
    }
    Answer enabled = start.enabled().and(present);
    draft.signs(signs(protocol, enabled == Answer.YES, daemon.user, start.program()));
    draft.facts(daemon.facts(start.manager(), start.enabled(), present));
  }

  /** xinetd.conf(5): {@code bind}, {@code interface}, {@code only_from}. */
  private static boolean confinedToDevice(Start start) {
    String bind =
        start.directives().getOrDefault("bind", start.directives().getOrDefault("interface", ""));
    String from = start.directives().getOrDefault("only_from", "");
    return start.manager().equals("xinetd")
        && (bind.matches("127\\..*|localhost|::1")
            || Stream.of(from.strip().split("\\s+"))
                .allMatch(host -> host.matches("127\\..*|localhost|::1")));
  }

  private static String server(Root root, Start start) {
    if (Protocols.isInternal(start)) {
      return start.manager();
    }
    // A link such as in.tftpd says nothing; the program it leads to does.
    String real = Programs.find(root, start.program()).map(Node::name).orElse(start.name());
    if (real.startsWith("busybox")) {
      return "busybox";
    }
    return Protocols.ofProgram(real).isEmpty() ? start.name() : real;
  }

  /**
   * A daemon that nothing was seen to start. BusyBox has its applets whether they are used or not.
   */
  private static void alone(
      Root root, String program, Node node, String protocol, Findings findings) {
    boolean applet = node.name().startsWith("busybox");
    Evidence at = node.whole(program + ": nothing in the product starts it");
    Draft draft =
        findings
            .component(KIND, node.path() + "#" + protocol, protocol + " (" + program + ")")
            .signs(signs(protocol, false, "root", "/" + node.inRoot()));
    Daemon daemon = new Daemon(root, draft, protocol, applet ? "busybox" : program, List.of(), at);
    boolean unused = applet && Starts.doubt(root).isEmpty();
    Answer starts = unused ? Answer.NO : Programs.startsUnseen(root);
    if (starts == Answer.UNKNOWN) {
      Configurations.read(daemon);
    }
    draft.facts(daemon.facts("", starts, Answer.YES));
  }

  private static RiskSigns signs(String protocol, boolean enabled, String user, String program) {
    boolean full = user.equals("root") || user.equals("0");
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withExposure(
                enabled ? RiskSigns.Exposure.LISTENS : RiskSigns.Exposure.NONE,
                enabled ? "answers " + protocol + " from the network" : "nothing starts it")
            .withMemoryUnsafe(true, "servers of this protocol are written in C")
            .withParsesInput(true, "parses requests before it knows the sender")
            .withPrivilege(
                full ? RiskSigns.Privilege.FULL : RiskSigns.Privilege.SERVICE, "runs as " + user);
    return program.startsWith("/")
        ? signs.withLinks(Set.of(), Set.of("path:" + program), Set.of())
        : signs;
  }
}
