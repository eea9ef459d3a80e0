package dev.assay.inspect.packages;

import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows rpm packages that lie in a product as files, such as those of an update, and verifies them
 * with the keys of the system that they lie in.
 */
public final class RpmFileInspector extends FactsInspector<RpmFileContent> {
  public static final Kind<RpmFileFacts> RPM_FILE =
      Kind.of("rpm-file", RpmFileFacts.class, "File with an rpm package");

  public RpmFileInspector() {
    super(RpmFileContent.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(RPM_FILE);
  }

  @Override
  public List<String> reads() {
    return PackageKeys.PLACES;
  }

  @Override
  protected void describe(Root root, Node node, RpmFileContent content, Findings findings) {
    RpmFileFacts facts = content.facts();
    Draft draft =
        findings
            .component(RPM_FILE, node.path(), facts.name())
            .version(facts.version())
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withMemoryUnsafe(false, "data, not code")
                    .withParsesInput(false, "data, not code")
                    .withSurface(0, 0, "data, not code")
                    .withPrivilege(RiskSigns.Privilege.FULL, "installed by root")
                    .withExposure(RiskSigns.Exposure.NONE, "read when it is installed"));
    draft.seen("digests", node.whole("has " + listed(facts.digests())));
    draft.seen(
        "mismatches", node.whole("of its digests do not match: " + listed(facts.mismatches())));
    draft.seen("signatures", node.whole(facts.signatures().size() + " signatures"));
    content.uncomputed().forEach(why -> draft.unknown("digests", why));
    content.unread().forEach(why -> draft.unknown("signatures", "not read: " + why));
    List<RpmFileSignature> checked = new ArrayList<>();
    for (int i = 0; i < facts.signatures().size(); i++) {
      RpmFileSignature each = facts.signatures().get(i);
      String fact = "signatures[" + i + "]";
      draft.seen(fact, node.whole(sentence(each)));
      if (each.key().isEmpty() || each.keyBits() == 0) {
        draft.unknown(fact + ".keyBits", "its algorithm is none whose numbers tell of the key");
      }
      if (each.hash().isEmpty()) {
        draft.unknown(fact + ".hash", "its hash function is none that is known");
      }
      SignatureCheck check = new SignatureCheck(each, content.proofs().get(i));
      checked.add(check.with(PackageKeys.IN.of(root), fact, draft, node));
    }
    draft.facts(facts.with(List.copyOf(checked)));
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String sentence(RpmFileSignature each) {
    return "signature of %s by key %s, %s of %d bits with %s, %s"
        .formatted(
            each.covers(),
            each.keyId(),
            each.key(),
            each.keyBits(),
            each.hash(),
            each.created().isEmpty() ? "without a date" : "of " + each.created());
  }
}
