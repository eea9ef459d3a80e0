package dev.assay.inspect.android.manifest;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.android.WholeApps;
import dev.assay.inspect.android.manifest.ManifestFacts.Definition;
import dev.assay.inspect.android.manifest.ManifestFacts.Link;
import dev.assay.inspect.android.manifest.ManifestFacts.Part;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** Shows the manifests of Android packages as components of their own. */
public final class ManifestInspector implements Inspector {
  public static final Kind<ManifestFacts> ANDROID_MANIFEST =
      Kind.of("android-manifest", ManifestFacts.class, "Manifest of an Android package");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(ANDROID_MANIFEST);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    WholeApps.each(
        root,
        ManifestFacts.class,
        (app, split, more) -> app.with(more),
        (node, splits, facts) -> describe(node, splits, facts, findings));
  }

  private static void describe(
      Node node, List<Node> splits, ManifestFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(ANDROID_MANIFEST, node.path(), facts.packageName())
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withSurface(node.size(), facts.parts().size(), "parts of the app")
                    .withPrivilege(RiskSigns.Privilege.USER, "runs in a sandbox of its own")
                    .withExposure(
                        RiskSigns.Exposure.PARSES_FOREIGN_DATA, "the system reads it at install"));
    splits.forEach(draft::artifact);
    seen(draft, node, "targetSdk", "targetSdk " + facts.targetSdk());
    seen(draft, node, "permissions", "asks for " + facts.permissions());
    seen(draft, node, "sharedUserId", "android:sharedUserId=" + facts.sharedUserId());
    seen(draft, node, "queries", "asks after the apps " + facts.queries());
    facts
        .application()
        .forEach(
            (name, value) ->
                seen(
                    draft,
                    node,
                    "application[" + name + "]",
                    "application android:" + name + "=" + value));
    seen(
        draft,
        node,
        "application",
        "android:extractNativeLibs="
            + facts
                .application()
                .getOrDefault("extractNativeLibs", "true, as where it is left out"));
    for (int i = 0; i < facts.parts().size(); i++) {
      seen(draft, node, "parts[" + i + "]", shown(facts.parts().get(i)));
    }
    for (int i = 0; i < facts.links().size(); i++) {
      seen(draft, node, "links[" + i + "]", shown(facts.links().get(i)));
    }
    facts
        .defines()
        .forEach((name, each) -> seen(draft, node, "defines[" + name + "]", shown(name, each)));
    facts
        .unresolved()
        .forEach(fact -> draft.unknown(fact, "it hangs on resources that could not be read"));
    draft.facts(facts);
  }

  private static void seen(Draft draft, Node node, String fact, String excerpt) {
    draft.seen(fact, node.whole("AndroidManifest.xml: " + excerpt));
  }

  private static String shown(Part part) {
    return part.type()
        + " "
        + part.name()
        + (part.exported() ? ", exported" : ", not exported")
        + (part.permission().isEmpty() ? "" : ", guarded by " + part.permission())
        + (part.foreground().isEmpty() ? "" : ", in the foreground for " + part.foreground());
  }

  private static String shown(Link link) {
    return link.scheme()
        + "://"
        + (link.host().isEmpty() ? "*" : link.host())
        + link.path()
        + " opens "
        + link.part()
        + (link.verified() ? ", verified" : ", not verified");
  }

  private static String shown(String name, Definition definition) {
    return "defines "
        + name
        + " of level "
        + definition.level()
        + (definition.flags().isEmpty() ? "" : " and for " + definition.flags())
        + (definition.group().isEmpty() ? "" : ", in the group " + definition.group());
  }
}
