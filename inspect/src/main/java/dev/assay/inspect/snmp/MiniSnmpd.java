package dev.assay.inspect.snmp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.match.Masked;
import dev.assay.inspect.snmp.SnmpAgentFacts.Community;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.starts.Uci;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * mini-snmpd, a read-only agent of SNMPv1 and v2c whose community is {@code public} unless it is
 * told another: by option, in {@code /etc/mini-snmpd.conf} or OpenWrt's {@code
 * /etc/config/mini_snmpd}.
 */
final class MiniSnmpd {
  private static final String UCI = "etc/config/mini_snmpd";

  private static final Pattern COMMUNITY =
      Pattern.compile("\\s*+community\\s*+=\\s*+\"?+([^\"#]*+)\"?+\\s*+(#.*)?");

  /** A community and where it is given. */
  private record Given(String community, Evidence evidence, String where) {}

  private MiniSnmpd() {}

  static void report(Root root, List<Start> starts, Findings findings) {
    AgentStart start = AgentStart.of(root, starts, List.of("mini_snmpd", "mini-snmpd"));
    if (start.where().isEmpty()) {
      return;
    }
    Answer enabled = start.enabled();
    Optional<Uci.Section> section =
        root.file(UCI).stream()
            .flatMap(file -> Uci.read(file).stream())
            .filter(each -> each.type().equals("mini_snmpd"))
            .findFirst();
    if (section.isPresent() && !section.get().yes("enabled", true)) {
      enabled = Answer.NO;
    }
    Evidence line = start.evidence().orElseGet(() -> Evidence.whole(start.where(), "mini-snmpd"));
    Given given = given(root, start, section, line);
    Draft draft = findings.component(SnmpAgentInspector.KIND, start.where(), "mini-snmpd");
    root.file(UCI)
        .filter(Uci::isCut)
        .ifPresent(
            file ->
                List.of("enabled", "communities", "listens", "listensEverywhere", "reachable")
                    .forEach(fact -> draft.unknown(fact, "not all of its settings were read")));
    if (enabled == Answer.UNKNOWN) {
      draft.unknown("enabled", "whether it starts is not to be told from the product");
    }
    Community community = Communities.community(given.community(), "default", false, true);
    Evidence at = masked(given.community(), line);
    draft
        .seen("communities[0]", masked(given.community(), given.evidence()))
        .seen("enabled", at)
        .seen("manager", at)
        .seen("user", at)
        .seen("listens", at)
        .seen("listensEverywhere", at)
        .seen("reachable", at)
        .signs(AgentSigns.of(start, enabled == Answer.YES, true, 1, "root"));
    List<String> bound = start.values("-I", "--listen");
    String port = start.values("-p", "--udp-port").stream().findFirst().orElse("161");
    String network =
        section.map(each -> each.text("listen_interface", "")).filter(n -> !n.isEmpty()).orElse("");
    String device = bound.isEmpty() ? network : bound.getFirst();
    draft.facts(
        new SnmpAgentFacts(
            "mini-snmpd",
            start.manager(),
            enabled == Answer.YES,
            !device.equals("lo"),
            List.of("udp:" + (device.isEmpty() ? "" : device + ":") + port),
            device.isEmpty(),
            false,
            true,
            List.of(community),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            "root",
            List.of(),
            List.of()));
  }

  private static Given given(
      Root root, AgentStart start, Optional<Uci.Section> section, Evidence at) {
    List<String> option = start.values("-c", "--community");
    if (!option.isEmpty()) {
      return new Given(option.getFirst(), at, start.where());
    }
    Optional<Given> uci =
        section
            .flatMap(each -> each.get("community"))
            .map(o -> new Given(o.value(), o.evidence(), ""));
    Optional<Given> file =
        Stream.of("etc/mini-snmpd.conf", "etc/mini_snmpd.conf")
            .flatMap(path -> root.file(path).stream())
            .flatMap(MiniSnmpd::lines)
            .findFirst();
    return uci.or(() -> file).orElseGet(() -> new Given("public", at, start.where()));
  }

  private static Stream<Given> lines(SourceFile file) {
    return file.lines().stream().flatMap(line -> line(file, line).stream());
  }

  private static Optional<Given> line(SourceFile file, Line line) {
    Matcher matcher = COMMUNITY.matcher(line.text());
    return matcher.matches()
        ? Optional.of(new Given(matcher.group(1).stripTrailing(), file.at(line), file.path()))
        : Optional.empty();
  }

  /** The place with the community masked in what it shows. */
  private static Evidence masked(String community, Evidence at) {
    String hidden =
        community.isEmpty()
            ? at.excerpt()
            : at.excerpt().replace(community, Masked.text(community));
    return new Evidence(at.artifact(), at.place(), hidden);
  }
}
