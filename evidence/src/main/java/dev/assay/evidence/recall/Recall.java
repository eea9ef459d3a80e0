package dev.assay.evidence.recall;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Gate;
import dev.assay.model.PlannedTest;
import dev.assay.model.Product;
import dev.assay.model.RiskSigns;
import dev.assay.model.TestCase;
import dev.assay.verify.bundle.BundleFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads an evaluation back from its bundle. */
public final class Recall {
  /** Facts as records belong to inspection; what is read back has none. */
  private record NoFacts() {}

  private final BundleContent bundle;

  private Recall(BundleContent bundle) {
    this.bundle = bundle;
  }

  /**
   * The evaluation that a bundle was written from, without what the bundle does not hold in this
   * form: facts, links between components, and known flaws but for the verdicts on them.
   *
   * @param bundle one that has been verified
   * @param cases the test cases of the catalogue that the bundle names
   * @param planned what that catalogue cannot decide
   * @throws BundleException naming file and line where something is missing
   */
  public static Evaluation evaluation(
      BundleContent bundle, List<TestCase> cases, List<PlannedTest> planned)
      throws BundleException {
    Recall recall = new Recall(bundle);
    Line summary = Line.read(bundle.summary(), BundleContent.SUMMARY);
    List<Component> components = recall.lines(BundleFiles.COMPONENTS, ModelLines::component);
    List<Artifact> artifacts = recall.lines(BundleFiles.ARTIFACTS, ModelLines::artifact);
    return new Evaluation(
        summary.text("assay", "version"),
        new Product(
            summary.text("product", "name"),
            summary.text("product", "version"),
            summary.all("product", "images", ModelLines::image)),
        summary.text("catalogue", "profile"),
        summary.text("catalogue", "digest"),
        summary.object().text("feed", "digest"),
        cases,
        summary.all("tests", ModelLines::identity),
        planned,
        artifacts,
        components.stream().map(Recall::described).toList(),
        recall.lines(BundleFiles.RISKS, ModelLines::risk),
        recall.lines(BundleFiles.PLAN, ModelLines::plan),
        recall.lines(BundleFiles.VERDICTS, ModelLines::verdict),
        summary.all("waived", ModelLines::waived),
        List.of(),
        summary.text("asOf"),
        gate(summary));
  }

  private static Described described(Component component) {
    return new Described(component, new NoFacts(), List.of(), Map.of(), RiskSigns.UNKNOWN);
  }

  private static Gate gate(Line summary) throws BundleException {
    String decision = summary.text("gate", "decision");
    for (Gate.Decision each : Gate.Decision.values()) {
      if (each.name().equals(decision)) {
        return new Gate(
            each,
            summary.text("gate", "policy"),
            summary.object().text("gate", "policyDigest"),
            summary.object().text("gate", "waiversDigest"),
            summary.object().text("gate", "vexDigests"),
            summary.texts("gate", "reasons"));
      }
    }
    throw new BundleException(summary.where() + ": no decision `" + decision + "`");
  }

  private <T> List<T> lines(String file, Line.Reader<T> reader) throws BundleException {
    List<T> values = new ArrayList<>();
    for (byte[] line : bundle.files().getOrDefault(file, List.of())) {
      values.add(reader.read(Line.read(line, file + " line " + (values.size() + 1))));
    }
    return values;
  }
}
