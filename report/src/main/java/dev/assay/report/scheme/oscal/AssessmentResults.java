package dev.assay.report.scheme.oscal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import dev.assay.report.scheme.Dossier;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An observation for each test case, and a finding for each objective it decides. An objective is
 * satisfied where every verdict is a pass, so a control as a whole is never called satisfied.
 */
public final class AssessmentResults {
  private static final int EVIDENCE = 50;

  private final Dossier dossier;
  private final OscalJson oscal;
  private final JsonGenerator json;
  private final Map<String, List<Verdict>> verdicts = new HashMap<>();

  private AssessmentResults(Dossier dossier, OscalJson oscal) {
    this.dossier = dossier;
    this.oscal = oscal;
    this.json = oscal.json();
    for (Verdict verdict : dossier.evaluation().verdicts()) {
      verdicts.computeIfAbsent(verdict.test(), unseen -> new ArrayList<>()).add(verdict);
    }
  }

  public static void write(Dossier dossier, OutputStream out) throws IOException {
    try (OscalJson oscal = new OscalJson(dossier, out)) {
      new AssessmentResults(dossier, oscal).write();
    }
  }

  private void write() throws IOException {
    json.writeObjectFieldStart("assessment-results");
    oscal.text("uuid", oscal.uuid("results", ""));
    oscal.metadata("Assessment results for " + dossier.product());
    json.writeObjectFieldStart("import-ap");
    oscal.text("href", AssessmentPlan.FILE);
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    json.writeStartObject();
    oscal.text("uuid", oscal.uuid("result", ""));
    oscal.text("title", dossier.product());
    oscal.text(
        "description",
        "Decision of the gate: "
            + dossier.evaluation().gate().decision()
            + ". Verdicts of every component stand in the bundle whose root is the version of this document");
    oscal.text("start", oscal.day());
    json.writeObjectFieldStart("local-definitions");
    oscal.productComponent();
    oscal.assets();
    json.writeEndObject();
    oscal.reviewedControls();
    if (!dossier.cases().isEmpty() || !dossier.planned().isEmpty()) {
      observations();
      findings();
    }
    remarks();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void observations() throws IOException {
    json.writeArrayFieldStart("observations");
    for (TestCase test : dossier.cases()) {
      List<Verdict> all = verdicts.getOrDefault(test.id(), List.of());
      begin(test.id(), test.title(), test.title(), "TEST");
      json.writeArrayFieldStart("props");
      for (Outcome outcome : Outcome.values()) {
        oscal.property(outcome.name().toLowerCase(Locale.ROOT), count(all, outcome));
      }
      json.writeEndArray();
      subject();
      evidence(all);
      json.writeEndObject();
    }
    for (PlannedTest test : dossier.planned()) {
      begin(test.id(), test.title(), "Not tested: " + test.why(), "UNKNOWN");
      subject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void begin(String id, String title, String description, String method)
      throws IOException {
    json.writeStartObject();
    oscal.text("uuid", oscal.uuid("observation", id));
    oscal.text("title", id + " " + title);
    oscal.text("description", description);
    json.writeArrayFieldStart("methods");
    json.writeString(method);
    json.writeEndArray();
    oscal.text("collected", oscal.day());
  }

  private void subject() throws IOException {
    json.writeArrayFieldStart("subjects");
    json.writeStartObject();
    oscal.text("subject-uuid", oscal.uuid("product", ""));
    oscal.text("type", "component");
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String count(List<Verdict> verdicts, Outcome outcome) {
    return String.valueOf(verdicts.stream().filter(each -> each.outcome() == outcome).count());
  }

  /** What did not pass, as far as there is room; the bundle has all of it. */
  private void evidence(List<Verdict> verdicts) throws IOException {
    List<Verdict> shown =
        verdicts.stream()
            .filter(verdict -> verdict.outcome() != Outcome.PASS)
            .sorted(Comparator.comparing(Verdict::component))
            .limit(EVIDENCE)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relevant-evidence");
    for (Verdict verdict : shown) {
      json.writeStartObject();
      oscal.text(
          "description", verdict.outcome() + " " + verdict.component() + ": " + verdict.why());
      if (!verdict.evidence().isEmpty()) {
        Evidence first = verdict.evidence().getFirst();
        oscal.text("remarks", first.artifact() + " " + first.excerpt());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void findings() throws IOException {
    json.writeArrayFieldStart("findings");
    for (TestCase test : dossier.cases()) {
      List<Verdict> all = verdicts.getOrDefault(test.id(), List.of());
      String reason =
          all.stream().anyMatch(each -> each.outcome() == Outcome.FAIL)
              ? "fail"
              : all.stream().allMatch(each -> each.outcome() == Outcome.PASS) ? "pass" : "other";
      for (String requirement : test.requirements().stream().filter(dossier::is).toList()) {
        finding(requirement, test.id(), test.title(), reason);
      }
    }
    for (PlannedTest test : dossier.planned()) {
      finding(test.requirement(), test.id(), "Not tested: " + test.why(), "other");
    }
    json.writeEndArray();
  }

  private void finding(String requirement, String test, String description, String reason)
      throws IOException {
    json.writeStartObject();
    oscal.text("uuid", oscal.uuid("finding", requirement + "/" + test));
    oscal.text("title", Identifiers.control(requirement) + ": " + test);
    oscal.text("description", description);
    json.writeObjectFieldStart("target");
    oscal.text("type", "objective-id");
    oscal.text("target-id", Identifiers.objective(requirement, test));
    json.writeObjectFieldStart("status");
    oscal.text("state", reason.equals("pass") ? "satisfied" : "not-satisfied");
    oscal.text("reason", reason);
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("related-observations");
    json.writeStartObject();
    oscal.text("observation-uuid", oscal.uuid("observation", test));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void remarks() throws IOException {
    oscal.text(
        "remarks",
        "Expected by the scheme and not wholly there: "
            + (dossier.open().isEmpty()
                ? "nothing"
                : String.join(
                    "; ",
                    dossier.open().stream()
                        .map(answer -> answer.what() + " (" + answer.how() + ")")
                        .toList())));
  }
}
