package dev.assay.inspect.packages;

import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** Shows rpm packages that lie in a product as files, such as those of an update. */
public final class RpmFileInspector extends FactsInspector<RpmFileFacts> {
  public static final Kind<RpmFileFacts> RPM_FILE =
      Kind.of("rpm-file", RpmFileFacts.class, "File with an rpm package");

  public RpmFileInspector() {
    super(RpmFileFacts.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(RPM_FILE);
  }

  @Override
  public List<String> reads() {
    return List.of();
  }

  @Override
  protected void describe(Root root, Node node, RpmFileFacts facts, Findings findings) {
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
    draft.seen("digests", node.whole("has " + facts.digests()));
    draft.seen("mismatches", node.whole("of its digests do not match: " + facts.mismatches()));
    draft.seen("signatures", node.whole(facts.signatures().size() + " signatures"));
    for (int i = 0; i < facts.signatures().size(); i++) {
      RpmFileSignature each = facts.signatures().get(i);
      String fact = "signatures[" + i + "]";
      draft.seen(
          fact,
          node.whole(
              "signature of %s by key %s, %s with %s, %s"
                  .formatted(
                      each.covers(), each.keyId(), each.key(), each.hash(), each.created())));
      if (each.hash().isEmpty() || each.hash().startsWith("RIPEMD")) {
        draft.unknown(fact + ".fits", "its hash function is not one that is computed");
      }
    }
    draft.facts(facts);
  }
}
