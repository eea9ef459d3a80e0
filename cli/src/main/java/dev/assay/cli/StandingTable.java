package dev.assay.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.Outcome;
import dev.assay.model.coverage.Coverage;
import dev.assay.model.coverage.Covered;
import dev.assay.model.coverage.Standing;
import dev.assay.report.Plain;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An evaluation in the order of a standard.
 *
 * @param outcomes all outcomes of each test, by its id
 */
record StandingTable(Map<String, Set<Outcome>> outcomes) {
  /** A line for each requirement, then the totals. */
  String text(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (Covered each : coverage.requirements()) {
      text.append(
              String.format(
                      Locale.ROOT,
                      "%-14s  %-44s  %-11s  %s",
                      number(coverage, each),
                      Plain.cut(Plain.line(each.requirement().title()), 44),
                      Standing.of(each, outcomes).word(),
                      String.join(", ", failing(each)))
                  .stripTrailing())
          .append('\n');
    }
    return text + totals(coverage);
  }

  /** How many requirements stand how, in a line. */
  String totals(Coverage coverage) {
    String counts =
        Arrays.stream(Standing.values())
            .map(standing -> count(coverage, standing) + " " + standing.word())
            .collect(Collectors.joining(", "));
    return coverage.standard().id() + "  " + counts + "\n";
  }

  void json(List<Coverage> coverages, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Coverage coverage : coverages) {
      out.writeStartObject();
      out.writeStringField("standard", coverage.standard().id());
      for (Standing standing : Standing.values()) {
        out.writeNumberField(standing.word(), count(coverage, standing));
      }
      out.writeArrayFieldStart("requirements");
      for (Covered each : coverage.requirements()) {
        out.writeStartObject();
        out.writeStringField("id", each.requirement().id());
        out.writeStringField("title", each.requirement().title());
        out.writeStringField("standing", Standing.of(each, outcomes).word());
        out.writeArrayFieldStart("failing");
        for (String test : failing(each)) {
          out.writeString(test);
        }
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private List<String> failing(Covered covered) {
    return covered.cases().stream()
        .filter(test -> outcomes.getOrDefault(test, Set.of()).contains(Outcome.FAIL))
        .toList();
  }

  private long count(Coverage coverage, Standing standing) {
    return coverage.requirements().stream()
        .filter(each -> Standing.of(each, outcomes) == standing)
        .count();
  }

  private static String number(Coverage coverage, Covered covered) {
    return covered.requirement().id().substring(coverage.standard().prefix().length());
  }
}
