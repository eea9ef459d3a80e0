package dev.assay.inspect.verifiedboot;

import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** One component for each vbmeta. */
public final class VerifiedBootInspector extends FactsInspector<VerifiedBootFacts> {
  public static final Kind<VerifiedBootFacts> KIND =
      Kind.of("verified-boot", VerifiedBootFacts.class, "Verified boot");

  private static final String PARTITION = "application/vnd.android.verified-partition";

  /** Facts, and where the header holds them. */
  private record Place(int offset, List<String> facts) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(28, List.of("algorithm", "signed")),
          new Place(32, List.of("intact")),
          new Place(64, List.of("keyBits", "keyDigest", "testKey")),
          new Place(96, List.of("partitions", "chains")),
          new Place(112, List.of("rollbackIndex")),
          new Place(120, List.of("verificationDisabled", "hashTreesDisabled")));

  public VerifiedBootInspector() {
    super(VerifiedBootFacts.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  protected void describe(Root root, Node node, VerifiedBootFacts facts, Findings findings) {
    boolean inFooter = root.opened().filter(image -> image.type().equals(PARTITION)).isPresent();
    describe(node, facts.inFooter(inFooter), findings);
  }

  private static void describe(Node node, VerifiedBootFacts facts, Findings findings) {
    Draft draft =
        findings
            .component(KIND, node.path(), node.name())
            .artifact(node)
            .seen("inFooter", node.whole(facts.inFooter() ? "in a partition's footer" : "vbmeta"))
            .signs(
                RiskSigns.UNKNOWN
                    .withExposure(RiskSigns.Exposure.NONE, "read at boot")
                    .withSurface(node.size(), 1, "one structure")
                    .withMemoryUnsafe(false, "data")
                    .withParsesInput(false, "data")
                    .withPrivilege(
                        RiskSigns.Privilege.FULL, "decides which system the device starts"));
    for (Place place : PLACES) {
      place.facts().forEach(fact -> draft.seen(fact, node.at(place.offset(), excerpt(facts))));
    }
    draft.facts(facts);
  }

  private static String excerpt(VerifiedBootFacts facts) {
    return facts.algorithm()
        + (facts.intact() ? "" : ", hash or signature wrong")
        + ", rollback index "
        + facts.rollbackIndex()
        + (facts.verificationDisabled() ? ", verification off" : "")
        + (facts.hashTreesDisabled() ? ", hash trees off" : "")
        + ", covers "
        + facts.partitions().stream().map(VerifiedBootFacts.Covered::name).toList()
        + ", chains "
        + facts.chains().stream().map(VerifiedBootFacts.Chained::name).toList();
  }
}
