package dev.assay.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.catalogue.Catalogue;
import dev.assay.evidence.BundleException;
import dev.assay.model.PlannedTest;
import dev.assay.model.coverage.Coverage;
import dev.assay.model.coverage.Covered;
import dev.assay.model.requirement.Means;
import dev.assay.model.requirement.Requirements;
import dev.assay.model.requirement.Standard;
import dev.assay.report.Plain;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay catalogue coverage}. */
@Command(
    name = "coverage",
    description = "Shows which requirements of a standard are checked, and what is open.",
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
  @Option(
      names = "--standard",
      paramLabel = "S",
      description = "Such as 3gpp:33.117; default: a line for each standard.")
  private @Nullable String standard;

  @Mixin private ProfileOption profile = new ProfileOption();

  @Option(
      names = "--of",
      paramLabel = "BUNDLE",
      description = "What an evaluation found: met, failed, open or not covered.")
  private @Nullable Path bundle;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (bundle != null) {
      return of(read(bundle));
    }
    Catalogue catalogue = profile.catalogue();
    List<Coverage> coverages = chosen().stream().map(catalogue::coverage).toList();
    if (json) {
      ReadableJson.print(System.out, out -> json(coverages, planned(catalogue), out));
    } else if (standard == null) {
      coverages.forEach(each -> System.out.println(each.standard().id() + "  " + total(each)));
    } else {
      coverages.forEach(CoverageCommand::table);
    }
    return ExitStatus.APPROVED;
  }

  private static BundleOutcomes read(Path bundle) {
    try {
      return BundleOutcomes.read(bundle);
    } catch (BundleException e) {
      throw new UsageError(bundle + ": " + e.getMessage());
    }
  }

  private int of(BundleOutcomes outcomes) throws IOException {
    Catalogue catalogue = CatalogueCommand.load(outcomes.recorded().profile());
    if (!catalogue.digest().equals(outcomes.recorded().catalogueDigest())) {
      System.err.println(
          "The bundle was made with another catalogue; requirements are those of this one.");
    }
    List<Coverage> coverages = chosen().stream().map(catalogue::coverage).toList();
    StandingTable table = new StandingTable(outcomes.byTest());
    if (json) {
      ReadableJson.print(System.out, out -> table.json(coverages, out));
    } else {
      boolean all = standard == null;
      coverages.forEach(each -> System.out.print(all ? table.totals(each) : table.text(each)));
    }
    return ExitStatus.APPROVED;
  }

  private List<Standard> chosen() {
    if (standard == null) {
      return Requirements.standards();
    }
    String id = standard;
    return List.of(
        Requirements.standard(id)
            .orElseThrow(
                () ->
                    new UsageError(
                        "no standard `"
                            + id
                            + "`; there are "
                            + Requirements.standards().stream()
                                .map(Standard::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** Ids of planned tests by requirement. */
  private static Map<String, String> planned(Catalogue catalogue) {
    return catalogue.planned().stream()
        .collect(Collectors.toMap(PlannedTest::requirement, PlannedTest::id));
  }

  private static void table(Coverage coverage) {
    System.out.println(coverage.standard().name() + "   profile " + coverage.profile());
    System.out.println();
    row("Clause", "Title", "Cases", "State", "Decided from", "Open");
    for (Covered each : coverage.requirements()) {
      row(
          number(coverage, each),
          Plain.line(each.requirement().title()),
          each.cases().isEmpty() ? "" : String.valueOf(each.cases().size()),
          each.state().word(),
          means(each),
          each.open());
    }
    System.out.println();
    System.out.println(total(coverage));
  }

  private static void row(
      String number, String title, String cases, String state, String means, String open) {
    System.out.println(
        String.format(
                Locale.ROOT,
                "%-14s  %-44s  %5s  %-10s  %-30s  %s",
                number,
                Plain.cut(title, 44),
                cases,
                state,
                Plain.cut(means, 30),
                open)
            .stripTrailing());
  }

  private static String total(Coverage coverage) {
    long covered = coverage.count(Covered.State.COVERED);
    int all = coverage.requirements().size();
    String open =
        Arrays.stream(Covered.State.values())
            .filter(state -> state != Covered.State.COVERED && coverage.count(state) > 0)
            .map(state -> coverage.count(state) + " " + state.word())
            .collect(Collectors.joining(", "));
    return Plain.count(all, "requirement", "requirements")
        + ": "
        + covered
        + " covered, "
        + (all - covered)
        + " open"
        + (open.isEmpty() ? "" : " (" + open + ")");
  }

  private static String number(Coverage coverage, Covered covered) {
    return covered.requirement().id().substring(coverage.standard().prefix().length());
  }

  private static String means(Covered covered) {
    return covered.requirement().means().stream()
        .map(Means::title)
        .collect(Collectors.joining(", "));
  }

  private static void json(List<Coverage> coverages, Map<String, String> planned, JsonGenerator out)
      throws IOException {
    out.writeStartArray();
    for (Coverage coverage : coverages) {
      out.writeStartObject();
      out.writeStringField("standard", coverage.standard().id());
      out.writeStringField("profile", coverage.profile());
      out.writeArrayFieldStart("requirements");
      for (Covered each : coverage.requirements()) {
        out.writeStartObject();
        out.writeStringField("id", each.requirement().id());
        out.writeStringField("title", each.requirement().title());
        out.writeStringField("state", each.state().word());
        strings(out, "cases", each.cases());
        strings(out, "decidedFrom", each.requirement().means().stream().map(Means::title).toList());
        out.writeStringField("open", each.open());
        out.writeStringField("planned", planned.getOrDefault(each.requirement().id(), ""));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void strings(JsonGenerator out, String name, List<String> values)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
