package dev.assay.inspect.filter;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.filter.PacketFilterFacts.Open;
import dev.assay.inspect.filter.PacketFilterFacts.Rule;
import dev.assay.inspect.filter.Ruleset.Chain;
import dev.assay.inspect.filter.Ruleset.Placed;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.starts.Starts;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One component for the packet filter of a root file system. */
public final class PacketFilterInspector implements Inspector {
  public static final Kind<PacketFilterFacts> KIND =
      Kind.of("packet-filter", PacketFilterFacts.class, "Packet filter");

  private static final int MAX_OPEN = 1_000;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return Stream.concat(Starts.reads().stream(), FilterFiles.reads().stream()).distinct().toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    boolean any =
        FilterFiles.reads().stream()
            .anyMatch(path -> !path.contains("*") && root.file(path).isPresent());
    if (!any) {
      return;
    }
    List<Start> starts = Starts.of(root);
    FilterFiles.of(root, starts).ifPresent(files -> describe(root, files, starts, findings));
  }

  private static void describe(
      Root root, FilterFiles files, List<Start> starts, Findings findings) {
    SourceFile first = files.files().getFirst();
    Draft draft = findings.component(KIND, first.path(), files.source());
    files.files().stream().map(SourceFile::path).distinct().forEach(draft::artifact);
    List<Placed> placed = files.ruleset().placed();
    Optional<String> doubt =
        files.ruleset().full()
            ? Optional.of("there are more rules than are read")
            : files.doubt().or(() -> commands(starts)).or(() -> Starts.doubt(root));
    doubt.ifPresent(
        why ->
            List.of("policies", "rules", "open", "sourceChecked")
                .forEach(fact -> draft.unknown(fact, why)));
    if (files.loaded() == Answer.UNKNOWN) {
      draft.unknown("loaded", "whether the rules are loaded is not to be told from the product");
    }
    draft.seen("loaded", first.whole("rules of " + files.source()));
    List<Rule> rules = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Placed each = placed.get(i);
      draft.seen("rules[" + rules.size() + "]", each.at());
      rules.add(rule(each));
      if (OpenPorts.opens(each)) {
        for (Open port : OpenPorts.of(each, placed.subList(0, i))) {
          if (open.size() >= MAX_OPEN) {
            draft.unknown("open", "more than " + MAX_OPEN + " ports");
          } else {
            draft.seen("open[" + open.size() + "]", each.at());
            open.add(port);
          }
        }
      }
    }
    draft
        .seen("rules", first.whole(rules.size() + " rules"))
        .seen("open", first.whole("ports that rules accept"))
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.LISTENS, "decides what reaches the device")
                .withSurface(rules.size(), open.size(), rules.size() + " rules")
                .withMemoryUnsafe(false, "rules")
                .withParsesInput(false, "rules")
                .withPrivilege(RiskSigns.Privilege.FULL, "works in the kernel"))
        .facts(
            new PacketFilterFacts(
                files.source(),
                files.loaded() == Answer.YES,
                policies(files.ruleset(), placed, first, draft),
                List.copyOf(rules),
                List.copyOf(open),
                sourceChecked(placed, draft),
                Loose.writable(
                    "writableFiles",
                    files.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  /** Scripts that add rules one by one when the device runs. */
  private static Optional<String> commands(List<Start> starts) {
    return starts.stream()
        .filter(each -> each.name().matches("ip6?tables") && each.enabled() != Answer.NO)
        .findFirst()
        .map(each -> each.where() + " adds rules of its own");
  }

  private static Map<String, String> policies(
      Ruleset ruleset, List<Placed> placed, SourceFile first, Draft draft) {
    Map<String, String> policies = new TreeMap<>();
    for (String hook : List.of("input", "forward", "output")) {
      for (String family : List.of("ip4", "ip6")) {
        String name = hook + "-" + family;
        Optional<Evidence> drops =
            ruleset.chains.values().stream()
                .filter(chain -> chain.hook.equals(hook) && covers(chain.family, family))
                .filter(chain -> chain.policy.equals("drop"))
                .map(chain -> chain.at)
                .findFirst()
                .or(() -> lastWord(placed, hook, family));
        policies.put(name, drops.isPresent() ? "drop" : "accept");
        draft.seen(
            "policies[" + name + "]",
            drops
                .or(() -> chain(ruleset, hook, family))
                .orElseGet(() -> first.whole("no chain for " + name + "; the kernel accepts")));
      }
    }
    return policies;
  }

  private static Optional<Evidence> chain(Ruleset ruleset, String hook, String family) {
    return ruleset.chains.values().stream()
        .filter(chain -> chain.hook.equals(hook) && covers(chain.family, family))
        .map((Chain chain) -> chain.at)
        .findFirst();
  }

  /** A rule that drops whatever is left. */
  private static Optional<Evidence> lastWord(List<Placed> placed, String hook, String family) {
    return placed.stream()
        .filter(each -> each.hook().equals(hook) && covers(each.match().family, family))
        .filter(each -> each.target().matches("drop|reject") && each.match().always())
        .map(Placed::at)
        .findFirst();
  }

  private static boolean covers(String chain, String family) {
    return chain.equals("both") || chain.equals(family);
  }

  private static List<String> sourceChecked(List<Placed> placed, Draft draft) {
    List<String> checked = new ArrayList<>();
    for (String family : List.of("ip4", "ip6")) {
      for (Placed each : placed) {
        boolean drops = each.target().equals("drop") || each.target().equals("reject");
        if (each.match().checksSource && drops && covers(each.match().family, family)) {
          draft.seen("sourceChecked[" + checked.size() + "]", each.at());
          checked.add(family);
          break;
        }
      }
    }
    return List.copyOf(checked);
  }

  private static Rule rule(Placed placed) {
    Match match = placed.match();
    return new Rule(
        placed.hook(),
        match.family,
        placed.target(),
        match.protocol,
        match.ports,
        match.sourcePorts,
        match.sources,
        match.interfaces,
        match.states,
        match.icmpTypes,
        match.conditional || !match.exceptSources.isEmpty() || match.checksSource,
        match.limited,
        match.logs);
  }
}
