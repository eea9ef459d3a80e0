package dev.assay.report.cyclonedx;

import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.model.Flaw;
import dev.assay.report.bom.Inventory;
import dev.assay.report.vex.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.model.vulnerability.Vulnerability.Analysis;
import org.cyclonedx.model.vulnerability.Vulnerability.Rating;

/** Known flaws of a product with their analysis, and the components that they are about. */
public final class CycloneDxVex implements Bundle.View {
  /** CISA's words; CycloneDX has none for a component that is not there. */
  private static final Map<String, Analysis.Justification> WORDS =
      Map.of(
          "component_not_present", Analysis.Justification.CODE_NOT_PRESENT,
          "vulnerable_code_not_present", Analysis.Justification.CODE_NOT_PRESENT,
          "vulnerable_code_not_in_execute_path", Analysis.Justification.CODE_NOT_REACHABLE,
          "vulnerable_code_cannot_be_controlled_by_adversary",
              Analysis.Justification.REQUIRES_ENVIRONMENT,
          "inline_mitigations_already_exist",
              Analysis.Justification.PROTECTED_BY_MITIGATING_CONTROL);

  @Override
  public String fileName() {
    return "vex.cdx.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Told told = new Told(evaluation);
    Inventory inventory = Inventory.of(evaluation);
    Bom bom = Documents.of(evaluation, inventory, "vex " + root);
    Set<String> concerned = told.concerned().keySet();
    bom.setComponents(
        inventory.items().stream()
            .filter(item -> concerned.contains(item.id()))
            .map(Components::of)
            .toList());
    List<Vulnerability> vulnerabilities = new ArrayList<>();
    told.byFlaw()
        .values()
        .forEach(flaws -> flaws.forEach(flaw -> vulnerabilities.add(vulnerability(flaw, told))));
    bom.setVulnerabilities(vulnerabilities);
    Documents.write(bom, out);
  }

  private static Vulnerability vulnerability(Flaw flaw, Told told) {
    Vulnerability vulnerability = new Vulnerability();
    vulnerability.setBomRef(flaw.id() + " in " + flaw.component());
    vulnerability.setId(flaw.id());
    if (flaw.score() >= 0) {
      vulnerability.setRatings(List.of(rating(flaw)));
    }
    if (flaw.state() == Flaw.State.AFFECTED) {
      vulnerability.setRecommendation(told.action(flaw));
    }
    Analysis analysis = new Analysis();
    analysis.setState(
        switch (flaw.state()) {
          case AFFECTED -> Analysis.State.EXPLOITABLE;
          case NOT_AFFECTED -> Analysis.State.NOT_AFFECTED;
          case FIXED -> Analysis.State.RESOLVED;
          case UNDER_INVESTIGATION -> Analysis.State.IN_TRIAGE;
        });
    Analysis.Justification word = WORDS.get(flaw.justification());
    if (word != null && flaw.state() == Flaw.State.NOT_AFFECTED) {
      analysis.setJustification(word);
    }
    analysis.setDetail(Told.detail(flaw));
    vulnerability.setAnalysis(analysis);
    Vulnerability.Affect affect = new Vulnerability.Affect();
    affect.setRef(flaw.component());
    vulnerability.setAffects(List.of(affect));
    return vulnerability;
  }

  private static Rating rating(Flaw flaw) {
    Rating rating = new Rating();
    rating.setScore(flaw.score());
    rating.setMethod(
        switch (flaw.system()) {
          case "4.0" -> Rating.Method.CVSSV4;
          case "3.1" -> Rating.Method.CVSSV31;
          case "3.0" -> Rating.Method.CVSSV3;
          case "2.0" -> Rating.Method.CVSSV2;
          default -> Rating.Method.OTHER;
        });
    rating.setSeverity(
        switch (flaw.rating()) {
          case "critical" -> Rating.Severity.CRITICAL;
          case "high" -> Rating.Severity.HIGH;
          case "medium" -> Rating.Severity.MEDIUM;
          case "low" -> Rating.Severity.LOW;
          default -> Rating.Severity.UNKNOWN;
        });
    if (!flaw.vector().isEmpty()) {
      rating.setVector(flaw.vector());
    }
    return rating;
  }
}
