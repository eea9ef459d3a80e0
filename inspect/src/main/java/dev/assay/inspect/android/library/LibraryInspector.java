package dev.assay.inspect.android.library;

import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.packages.FileUrl;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** Finds libraries of Android that are not built into an app. */
public final class LibraryInspector extends FactsInspector<LibraryFacts> {
  public static final Kind<LibraryFacts> ANDROID_LIBRARY =
      Kind.of("android-library", LibraryFacts.class, "Android library (AAR)");

  public LibraryInspector() {
    super(LibraryFacts.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(ANDROID_LIBRARY);
  }

  @Override
  public List<String> reads() {
    return new PackageInspector().reads();
  }

  @Override
  protected void describe(Root root, Node node, LibraryFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(ANDROID_LIBRARY, node.path(), facts.packageName())
            .purl(FileUrl.of(root, node))
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withSurface(node.size(), facts.exported().size(), "exported components")
                    .withPrivilege(
                        RiskSigns.Privilege.USER, "has the rights of the app it is built into"));
    seen(draft, node, "minSdk", "minSdk " + facts.minSdk());
    seen(draft, node, "permissions", "makes apps ask for " + facts.permissions());
    seen(draft, node, "starters", "providers that start with the app: " + facts.starters());
    seen(draft, node, "cleartextTraffic", "usesCleartextTraffic=" + facts.cleartextTraffic());
    seen(draft, node, "debuggable", "debuggable=" + facts.debuggable());
    seen(draft, node, "queries", "asks after the apps " + facts.queries());
    for (int i = 0; i < facts.exported().size(); i++) {
      var each = facts.exported().get(i);
      String guard = each.permission().isEmpty() ? "no permission" : each.permission();
      seen(
          draft,
          node,
          "exported[" + i + "]",
          each.type() + " " + each.name() + " exported, guarded by " + guard);
    }
    facts
        .metaData()
        .forEach(
            (name, value) ->
                seen(draft, node, "metaData[" + name + "]", "meta-data " + name + " = " + value));
    String classes = facts.classes() + " classes, of the known libraries " + facts.sdks();
    draft.seen("sdks", node.whole(classes)).seen("kinds", node.whole(classes + facts.kinds()));
    draft.seen("abis", node.whole("native code for " + facts.abis()));
    draft.facts(facts);
  }

  private static void seen(Draft draft, Node node, String fact, String excerpt) {
    draft.seen(fact, node.whole("AndroidManifest.xml: " + excerpt));
  }
}
