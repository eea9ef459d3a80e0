package dev.assay.inspect.android.apex;

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

/** Finds modules of the system. */
public final class ApexInspector extends FactsInspector<ApexFacts> {
  public static final Kind<ApexFacts> ANDROID_APEX =
      Kind.of("android-apex", ApexFacts.class, "Module of Android (APEX)");

  public ApexInspector() {
    super(ApexFacts.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(ANDROID_APEX);
  }

  @Override
  public List<String> reads() {
    return new PackageInspector().reads();
  }

  @Override
  protected void describe(Root root, Node node, ApexFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(ANDROID_APEX, node.path(), facts.name())
            .version(
                facts.versionName().isEmpty()
                    ? Long.toString(facts.version())
                    : facts.versionName())
            .purl(FileUrl.of(root, node))
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withSurface(node.size(), 0, "size of the module")
                    .withPrivilege(RiskSigns.Privilege.FULL, "mounted as a part of the system"));
    String key = "key of " + facts.keyBits() + " bits, " + facts.key();
    for (String fact : List.of("key", "keyBits", "testKey")) {
      draft.seen(fact, node.whole("apex_pubkey: " + key));
    }
    String payload =
        !facts.payloadSigned()
            ? "not signed"
            : (facts.payloadSound() ? "signed" : "its signature does not fit")
                + (facts.payloadKeyFits() ? " with the module's key" : " with another key");
    for (String fact : List.of("payloadSigned", "payloadSound", "payloadKeyFits")) {
      draft.seen(fact, node.whole("apex_payload.img: " + payload));
    }
    draft.facts(facts);
  }
}
