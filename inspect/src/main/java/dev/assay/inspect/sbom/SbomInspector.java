package dev.assay.inspect.sbom;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the maker's bills of materials. */
public final class SbomInspector implements Inspector {
  public static final Kind<SbomFacts> SBOM =
      Kind.of("sbom", SbomFacts.class, "The maker's bill of materials");

  private static final Pattern NAME = Pattern.compile("sbom[^/]*\\.(?:json|xml)");

  /** Components that evidence is given for one by one. */
  private static final int MOST_SHOWN = 5000;

  private static final SbomFacts NONE =
      new SbomFacts("", "", "", "", "", "", List.of(), List.of(), 0);

  @Override
  public List<Kind<?>> kinds() {
    return List.of(SBOM, DeclaredAndFound.SBOM_COMPARISON);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (Node node : root.nodes()) {
      if (node.isFile() && NAME.matcher(node.inRoot()).matches()) {
        describe(node, findings);
      }
    }
  }

  private static void describe(Node node, Findings findings) {
    Draft draft = findings.component(SBOM, node.path(), node.name()).artifact(node).signs(inert());
    Optional<SbomContent> content = node.facts(SbomContent.class);
    Optional<SbomFacts> read = content.flatMap(each -> each.sbom().stream().findFirst());
    if (read.isEmpty()) {
      String why = content.map(SbomContent::failure).orElse("neither CycloneDX nor SPDX 2");
      for (RecordComponent fact : SbomFacts.class.getRecordComponents()) {
        draft.unknown(fact.getName(), "the bill of materials cannot be read: " + why);
      }
      draft.seen("refusals", node.whole(why)).facts(NONE);
      return;
    }
    SbomFacts facts = read.get();
    String head = facts.format() + " " + facts.specVersion();
    draft.seen("author", node.whole(head + ", author: " + facts.author()));
    draft.seen("timestamp", node.whole(head + ", timestamp: " + facts.timestamp()));
    draft.seen("subject", node.whole(head + " of " + facts.subject()));
    draft.seen("subjectVersion", node.whole(head + " of " + facts.subject()));
    draft.seen("components", node.whole(head + ", " + facts.components().size() + " components"));
    draft.seen("refusals", node.whole(head + ", " + facts.refusals() + " records refused"));
    facts.refused().stream().limit(20).forEach(each -> draft.seen("refusals", node.whole(each)));
    for (int i = 0; i < Math.min(facts.components().size(), MOST_SHOWN); i++) {
      Listed each = facts.components().get(i);
      draft.seen("components[" + i + "]", node.whole(each.place() + ": " + each.told()));
    }
    draft.facts(facts);
  }

  /** A document: nothing runs it. */
  static RiskSigns inert() {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.NONE, "a document, not a program")
        .withSurface(0, 0, "a document, not a program")
        .withMemoryUnsafe(false, "a document, not a program")
        .withParsesInput(false, "a document, not a program")
        .withPrivilege(RiskSigns.Privilege.USER, "a document, not a program");
  }
}
