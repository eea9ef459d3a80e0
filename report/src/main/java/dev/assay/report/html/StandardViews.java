package dev.assay.report.html;

import dev.assay.model.Evaluation;
import dev.assay.report.Standards;
import dev.assay.report.Standards.Counts;
import dev.assay.report.html.Page.Row;
import dev.assay.report.html.Page.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Standards as the page shows them. */
final class StandardViews {
  private StandardViews() {}

  static List<Standard> of(Evaluation evaluation) {
    List<Standard> standards = new ArrayList<>();
    Standards.counts(evaluation)
        .forEach((id, requirements) -> standards.add(standard(id, requirements)));
    return standards;
  }

  private static Standard standard(String id, Map<String, Counts> requirements) {
    List<Row> rows = new ArrayList<>();
    requirements.forEach(
        (requirement, counts) ->
            rows.add(
                new Row(
                    requirement.substring(Math.min(requirement.length(), id.length() + 1)),
                    counts.cases(),
                    counts.pass(),
                    counts.fail(),
                    counts.inconclusive(),
                    counts.fail() > 0)));
    long failing = rows.stream().filter(Row::bad).count();
    long checked = requirements.values().stream().filter(counts -> counts.cases() > 0).count();
    long open = rows.size() - checked;
    return new Standard(
        Standards.title(id),
        checked
            + " requirements checked, "
            + failing
            + " with failures"
            + (open == 0 ? "" : ", " + open + " open"),
        rows);
  }
}
