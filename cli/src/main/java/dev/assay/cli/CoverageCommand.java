package dev.assay.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.coverage.Coverage;
import dev.assay.catalogue.coverage.Covered;
import dev.assay.catalogue.requirement.Means;
import dev.assay.catalogue.requirement.Requirements;
import dev.assay.catalogue.requirement.Standard;
import dev.assay.report.Plain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
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
  private String standard = "";

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "linux-device",
      description = "linux-device or smartphone.")
  private String profile = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = CatalogueCommand.load(profile);
    List<Coverage> coverages = chosen().stream().map(each -> Coverage.of(catalogue, each)).toList();
    if (json) {
      System.out.println(json(coverages));
    } else if (standard.isEmpty()) {
      coverages.forEach(each -> System.out.println(id(each.standard()) + "  " + total(each)));
    } else {
      coverages.forEach(CoverageCommand::table);
    }
    return ExitStatus.APPROVED;
  }

  private List<Standard> chosen() {
    List<Standard> chosen =
        Requirements.standards().stream()
            .filter(each -> standard.isEmpty() || id(each).equals(standard))
            .toList();
    if (chosen.isEmpty()) {
      throw new UsageError(
          "no standard `"
              + standard
              + "`; there are "
              + Requirements.standards().stream()
                  .map(CoverageCommand::id)
                  .collect(Collectors.joining(", ")));
    }
    return chosen;
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
    StringBuilder total = new StringBuilder();
    total.append(Plain.count(coverage.requirements().size(), "requirement", "requirements"));
    for (Covered.State state : Covered.State.values()) {
      total.append(", ").append(coverage.count(state)).append(' ').append(state.word());
    }
    return total.toString();
  }

  private static String id(Standard standard) {
    return standard.prefix().substring(0, standard.prefix().length() - 1);
  }

  private static String number(Coverage coverage, Covered covered) {
    return covered.requirement().id().substring(coverage.standard().prefix().length());
  }

  private static String means(Covered covered) {
    return covered.requirement().means().stream()
        .map(Means::title)
        .collect(Collectors.joining(", "));
  }

  private static String json(List<Coverage> coverages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(bytes).useDefaultPrettyPrinter()) {
      out.writeStartArray();
      for (Coverage coverage : coverages) {
        out.writeStartObject();
        out.writeStringField("standard", id(coverage.standard()));
        out.writeStringField("profile", coverage.profile());
        out.writeArrayFieldStart("requirements");
        for (Covered each : coverage.requirements()) {
          out.writeStartObject();
          out.writeStringField("id", each.requirement().id());
          out.writeStringField("title", each.requirement().title());
          out.writeStringField("state", each.state().word());
          strings(out, "cases", each.cases());
          strings(
              out, "decidedFrom", each.requirement().means().stream().map(Means::title).toList());
          out.writeStringField("open", each.open());
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return bytes.toString(StandardCharsets.UTF_8);
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
