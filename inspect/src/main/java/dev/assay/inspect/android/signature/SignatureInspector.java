package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.WholeApps;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.stream.Collectors;

/** Shows the signatures of Android packages as components of their own. */
public final class SignatureInspector extends FactsInspector<SignatureFacts> {
  public static final Kind<SignatureFacts> ANDROID_SIGNATURE =
      Kind.of("android-signature", SignatureFacts.class, "Signature of an Android package");

  private static final String SIDE = ".idsig";

  public SignatureInspector() {
    super(SignatureFacts.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(ANDROID_SIGNATURE);
  }

  @Override
  public List<String> reads() {
    return List.of("*" + SIDE);
  }

  @Override
  protected void describe(Root root, Node node, SignatureFacts facts, Findings findings) {
    if (!facts.schemes().isEmpty()) {
      describe(node, beside(root, node, counting(root, node, facts)), findings);
    }
  }

  /** A split says nothing of the systems it installs on; its base does. */
  private static SignatureFacts counting(Root root, Node node, SignatureFacts facts) {
    SignatureFacts own =
        WholeApps.base(root, node)
            .flatMap(base -> base.facts(AndroidPackageFacts.class))
            .map(base -> facts.from(base.minSdk()))
            .orElse(facts);
    return own.minSdk() < SignatureReader.FIRST_V2
        ? node.facts(SplitArchiveFacts.class).map(own::with).orElse(own)
        : own;
  }

  private static SignatureFacts beside(Root root, Node node, SignatureFacts facts) {
    return root.file(node.inRoot() + SIDE)
        .map(file -> SideCheck.of(file.path(), Bytes.of(file.bytes()), node.size(), facts))
        .map(facts::with)
        .orElse(facts);
  }

  private static void describe(Node node, SignatureFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(ANDROID_SIGNATURE, node.path(), facts.packageName())
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withMemoryUnsafe(false, "data, not code")
                    .withParsesInput(false, "data, not code")
                    .withSurface(0, 0, "data, not code")
                    .withPrivilege(
                        RiskSigns.Privilege.USER, "decides whether the app is taken for genuine")
                    .withExposure(RiskSigns.Exposure.NONE, "read by the system at install"));
    for (int i = 0; i < facts.flaws().size(); i++) {
      Flaw flaw = facts.flaws().get(i);
      draft.seen(
          "flaws[" + i + "]",
          node.whole(flaw.scheme() + " at " + flaw.place() + ": " + flaw.found()));
    }
    draft.seen(
        "flaws", node.whole("signed by " + facts.schemes() + ", checked " + facts.checked()));
    draft.seen("digests", node.whole("signed digests are of " + facts.digests()));
    draft.seen(
        "validFrom",
        node.whole("certificate from " + facts.validFrom() + " to " + facts.validUntil()));
    draft.seen(
        "validUntil",
        node.whole("certificate from " + facts.validFrom() + " to " + facts.validUntil()));
    draft.seen("validDays", node.whole("certificate for " + facts.validDays() + " days"));
    draft.seen("lineage", node.whole("rotated from " + facts.lineage()));
    String unread =
        facts.flaws().stream()
            .filter(flaw -> flaw.code().equals("unread"))
            .map(flaw -> flaw.scheme() + " at " + flaw.place() + ": " + flaw.found())
            .collect(Collectors.joining("; "));
    if (!unread.isEmpty()) {
      draft.unknown("flaws", unread);
    }
    if (facts.validFrom() == 0) {
      for (String fact : List.of("validFrom", "validUntil", "validDays")) {
        draft.unknown(fact, "the signer's certificate could not be read");
      }
    }
    draft.facts(facts);
  }
}
