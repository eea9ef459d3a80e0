package dev.assay.inspect.android.code;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.android.WholeApps;
import dev.assay.inspect.android.code.AndroidCodeFacts.Site;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.Map;

/** Shows the code of Android packages as components of their own. */
public final class AndroidCodeInspector implements Inspector {
  public static final Kind<AndroidCodeFacts> ANDROID_CODE =
      Kind.of("android-code", AndroidCodeFacts.class, "Code of an Android package");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(ANDROID_CODE);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    WholeApps.each(
        root,
        AndroidCodeFacts.class,
        JoinedCode::of,
        (node, splits, facts) -> describe(node, splits, facts, findings));
  }

  private static void describe(
      Node node, List<Node> splits, AndroidCodeFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(ANDROID_CODE, node.path(), facts.packageName())
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withSurface(
                        node.size(), facts.calls().size(), "interfaces that give personal data")
                    .withPrivilege(RiskSigns.Privilege.USER, "runs in a sandbox of its own")
                    .withExposure(
                        facts.network() ? RiskSigns.Exposure.CLIENT : RiskSigns.Exposure.NONE,
                        facts.network() ? "asks for INTERNET" : "does not ask for INTERNET"));
    splits.forEach(draft::artifact);
    damage(node, findings);
    splits.forEach(split -> damage(split, findings));
    draft.seen("permissions", node.whole("AndroidManifest.xml: asks for " + facts.permissions()));
    seen(draft, node, "calls", facts.calls());
    seen(draft, node, "data", facts.data());
    seen(draft, node, "guarded", facts.guarded());
    seen(draft, node, "needed", facts.needed());
    facts
        .metaData()
        .forEach(
            (name, value) ->
                draft.seen(
                    "metaData[" + name + "]",
                    node.whole("AndroidManifest.xml: meta-data " + name + " = " + value)));
    seen(draft, node, "patterns", facts.patterns());
    facts
        .libraries()
        .forEach(
            (id, used) ->
                draft.seen(
                    "libraries[" + id + "]",
                    at(
                        node,
                        used.site(),
                        used.name()
                            + " of "
                            + used.owner()
                            + ", "
                            + used.methods()
                            + " methods can run, reached by "
                            + String.join(" > ", used.path()))));
    facts
        .hosts()
        .forEach(
            (host, use) ->
                use.first()
                    .forEach(site -> draft.seen("hosts[" + host + "]", at(node, site, host))));
    draft.seen(
        "exercised", node.whole("code that can run uses what these guard: " + facts.exercised()));
    String hidden = String.join("; ", facts.hidden());
    if (!hidden.isEmpty()) {
      draft.unknown("whole", hidden).unknown("followed", hidden);
      draft.seen("whole", node.whole(hidden)).seen("hidden", node.whole(hidden));
    } else if (facts.patterns().containsKey("reflects-platform")) {
      Site site = facts.patterns().get("reflects-platform").first().getFirst();
      draft.unknown("followed", "the platform is called by reflection, at " + site.shown());
    }
    draft.facts(facts);
  }

  private static void damage(Node node, Findings findings) {
    node.facts(AndroidCodeFacts.class)
        .ifPresent(own -> own.damaged().forEach(each -> findings.problem(node, each)));
  }

  private static void seen(Draft draft, Node node, String fact, Map<String, Use> uses) {
    uses.forEach(
        (key, use) ->
            use.first().forEach(site -> draft.seen(fact + "[" + key + "]", at(node, site, key))));
  }

  private static Evidence at(Node node, Site site, String what) {
    // Sites in splits say where those are.
    String path = site.dex().contains("!/") ? site.dex() : node.path() + "!/" + site.dex();
    return Evidence.offset(path, site.offset(), site.shown() + ": " + what);
  }
}
