package dev.assay.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.assess.Plan;
import dev.assay.model.PlanEntry;
import dev.assay.model.PlannedTest;
import dev.assay.model.Risk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan for programs: every component with its risk and its test cases, in order of component. */
final class PlanJson {
  private PlanJson() {}

  static void write(String profile, List<Risk> risks, Plan plan, JsonGenerator out)
      throws IOException {
    Map<String, List<PlanEntry>> entries =
        plan.steps().stream()
            .map(Plan.Step::entry)
            .collect(Collectors.groupingBy(PlanEntry::component));
    out.writeStartObject();
    out.writeStringField("profile", profile);
    out.writeArrayFieldStart("components");
    for (Risk risk : risks) {
      out.writeStartObject();
      out.writeStringField("id", risk.component());
      out.writeNumberField("risk", risk.score());
      out.writeNumberField("tier", risk.tier());
      out.writeArrayFieldStart("tests");
      for (PlanEntry entry : entries.getOrDefault(risk.component(), List.of())) {
        out.writeStartObject();
        out.writeStringField("test", entry.test());
        out.writeBooleanField("run", entry.run());
        out.writeStringField("why", entry.why());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("planned");
    for (PlannedTest test : plan.planned()) {
      CaseJson.write(test, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
