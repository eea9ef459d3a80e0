package dev.assay.inspect.privacy;

import dev.assay.formats.Malformed;
import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import java.util.List;
import java.util.Map;

/** Finds declarations. */
public final class DeclarationInspector implements Inspector {
  public static final Kind<DeclarationFacts> DECLARATION =
      Kind.of("privacy-declaration", DeclarationFacts.class, "Privacy declaration");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(DECLARATION, DeclaredAndObserved.APP_PRIVACY);
  }

  @Override
  public List<String> reads() {
    return List.of("privacy.yaml", "data_safety_export.csv");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (Node node : root.nodes()) {
      if (reads().contains(node.name())) {
        root.file(node.inRoot()).ifPresent(file -> describe(file, findings));
      }
    }
  }

  private static void describe(SourceFile file, Findings findings) {
    Draft draft =
        findings.component(DECLARATION, file.path(), "privacy declaration").artifact(file.node());
    try {
      DeclarationFacts facts =
          file.path().endsWith(".csv")
              ? DataSafety.read(file.text())
              : Declaration.read(file.text());
      file.lines().forEach(line -> draft.seen("data", file.at(line)));
      draft.facts(facts);
    } catch (Malformed wrong) {
      for (var fact : DeclarationFacts.class.getRecordComponents()) {
        draft.unknown(fact.getName(), wrong.problem().message());
      }
      draft.facts(new DeclarationFacts("", Map.of(), List.of(), List.of(), Map.of(), "", "", ""));
    }
  }
}
