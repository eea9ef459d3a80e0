package dev.assay.inspect.android;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.PackageUrl;
import dev.assay.inspect.android.AndroidPackageFacts.Exported;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.Map;

/** Finds Android packages. */
public final class AndroidPackageInspector implements Inspector {
  public static final Kind<AndroidPackageFacts> ANDROID_PACKAGE =
      Kind.of("android-package", AndroidPackageFacts.class, "Android package");

  private static final List<String> SIGNED =
      List.of("signatures", "signer", "testKey", "signerKeyBits");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(ANDROID_PACKAGE);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    WholeApps.each(
        root,
        AndroidPackageFacts.class,
        new Together(),
        (node, splits, facts) -> describe(node, splits, facts, findings));
  }

  /** Variants for other processors differ in their native libraries, which the app has all. */
  private record Together() implements WholeApps.Joining<AndroidPackageFacts> {
    @Override
    public AndroidPackageFacts with(AndroidPackageFacts app, Node split, AndroidPackageFacts more) {
      return app.with(more);
    }

    @Override
    public AndroidPackageFacts alike(AndroidPackageFacts facts) {
      return facts.natives(Map.of());
    }

    @Override
    public AndroidPackageFacts beside(AndroidPackageFacts app, AndroidPackageFacts variant) {
      return app.natives(Joined.maps(app.natives(), variant.natives(), Joined::sorted));
    }
  }

  private static void describe(
      Node node, List<Node> splits, AndroidPackageFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(ANDROID_PACKAGE, node.path(), facts.packageName())
            .version(facts.versionName())
            .purl(PackageUrl.generic(facts.packageName(), facts.versionName()))
            .artifact(node)
            .signs(signs(node, facts));
    splits.forEach(draft::artifact);
    damage(node, findings);
    natives(draft, node);
    for (Node split : splits) {
      damage(split, findings);
      natives(draft, split);
      split
          .facts(AndroidPackageFacts.class)
          .ifPresent(
              own ->
                  draft.seen(
                      "foreignSplits",
                      split.whole("a split, signed by " + own.signerName() + ", " + own.signer())));
    }
    manifest(draft, node, "debuggable", "android:debuggable=" + facts.debuggable());
    manifest(draft, node, "testOnly", "android:testOnly=" + facts.testOnly());
    manifest(draft, node, "allowBackup", "android:allowBackup=" + facts.allowBackup());
    manifest(
        draft,
        node,
        "cleartextTraffic",
        "android:usesCleartextTraffic="
            + facts.cleartextTraffic()
            + " (effective), targetSdk "
            + facts.targetSdk());
    draft.seen(
        "networkRules",
        node.whole("network security configuration: " + facts.networkRules().words()));
    facts
        .unresolved()
        .forEach(fact -> draft.unknown(fact, "it hangs on resources that were not read"));
    if (facts.notices().all() == 0) {
      draft.unknown("notices", "it holds no texts among its resources");
    }
    if (facts.networkSecurityConfig()
        && !facts.networkRules().read()
        && !facts.unresolved().contains("networkRules")) {
      draft.unknown("networkRules", "the network security configuration was not found");
    }
    draft.seen("notices", node.whole(notices(facts.notices())));
    manifest(draft, node, "sharedUserId", "android:sharedUserId=" + facts.sharedUserId());
    manifest(draft, node, "tests", "instrumentation of " + facts.tests());
    manifest(draft, node, "minSdk", "minSdk " + facts.minSdk());
    manifest(draft, node, "targetSdk", "targetSdk " + facts.targetSdk());
    manifest(
        draft,
        node,
        "weakPermissions",
        "declared without protection by signature: " + facts.weakPermissions());
    manifest(draft, node, "schemes", "opened by links of scheme " + facts.schemes());
    manifest(draft, node, "permissions", "asks for " + facts.permissions());
    for (int i = 0; i < facts.exported().size(); i++) {
      manifest(draft, node, "exported[" + i + "]", shown(facts.exported().get(i)));
    }
    facts.exported().stream()
        .filter(e -> !e.type().equals("activity") && e.permission().isEmpty())
        .forEach(e -> manifest(draft, node, "openServices", shown(e)));
    String signed =
        "signed by "
            + facts.signerName()
            + " with "
            + facts.signatures()
            + ", certificate "
            + facts.signer();
    for (String fact : SIGNED) {
      draft.seen(fact, node.whole(signed));
    }
    if (facts.signer().isEmpty() && !facts.signatures().isEmpty()) {
      draft
          .unknown("testKey", "the signer's certificate could not be read")
          .unknown("signerKeyBits", "the signer's certificate could not be read");
    }
    if (facts.bundle()) {
      for (String fact : SIGNED) {
        draft.unknown(fact, "the store signs the packages it makes of a bundle");
      }
    }
    draft.facts(facts);
  }

  /** Each library is shown in the part of the app that brings it. */
  private static void natives(Draft draft, Node node) {
    node.facts(AndroidPackageFacts.class)
        .ifPresent(
            own ->
                own.natives()
                    .forEach(
                        (abi, names) ->
                            draft.seen(
                                "natives[" + abi + "]",
                                node.whole("lib/" + abi + " holds " + names))));
  }

  private static void damage(Node node, Findings findings) {
    node.facts(AndroidPackageFacts.class)
        .ifPresent(own -> own.damaged().forEach(each -> findings.problem(node, each)));
  }

  private static void manifest(Draft draft, Node node, String fact, String excerpt) {
    draft.seen(fact, node.whole("AndroidManifest.xml: " + excerpt));
  }

  private static String shown(Exported exported) {
    return exported.type()
        + " "
        + exported.name()
        + " exported"
        + (exported.explicit() ? "" : " by its intent filter")
        + (exported.permission().isEmpty()
            ? ", no permission"
            : ", permission " + exported.permission());
  }

  private static String notices(Notices notices) {
    String texts =
        notices.texts().isEmpty()
            ? "none of " + notices.all() + " texts among the resources tells of personal data"
            : "texts that tell of personal data: "
                + notices.texts()
                + ", also in the languages "
                + notices.languages();
    return texts
        + "; the app "
        + (notices.appLanguages().isEmpty()
            ? "is in one language"
            : "is translated into " + notices.appLanguages());
  }

  private static RiskSigns signs(Node node, AndroidPackageFacts facts) {
    boolean system =
        facts.sharedUserId().equals("android.uid.system") || node.inRoot().contains("priv-app/");
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(
                node.size(), facts.exported().size(), "exported components of the manifest")
            .withPrivilege(
                system ? RiskSigns.Privilege.FULL : RiskSigns.Privilege.USER,
                system ? "runs as a system app" : "runs in a sandbox of its own");
    boolean network = facts.permissions().contains("android.permission.INTERNET");
    return !facts.exported().isEmpty()
        ? signs.withExposure(
            network ? RiskSigns.Exposure.CLIENT : RiskSigns.Exposure.PARSES_FOREIGN_DATA,
            network ? "asks for INTERNET" : "other apps reach its exported components")
        : signs.withExposure(
            network ? RiskSigns.Exposure.CLIENT : RiskSigns.Exposure.NONE,
            network ? "asks for INTERNET" : "neither network nor exported components");
  }
}
