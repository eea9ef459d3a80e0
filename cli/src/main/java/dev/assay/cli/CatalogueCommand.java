package dev.assay.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.control.Proof;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Mistake;
import dev.assay.cli.build.CatalogueCheck;
import dev.assay.cli.build.Kinds;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Kind;
import dev.assay.model.Measured;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.requirement.Requirements;
import dev.assay.model.weakness.Weaknesses;
import dev.assay.report.Plain;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay catalogue}. */
@Command(
    name = "catalogue",
    description = "Browses the test cases and proves them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      picocli.CommandLine.HelpCommand.class,
      CoverageCommand.class,
      MeasureCommand.class,
      MutateCommand.class
    })
final class CatalogueCommand {
  @Command(
      name = "list",
      description = "Lists the test cases of a profile.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin ProfileOption profile,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              defaultValue = "",
              description = "Only those for one kind of component.")
          String kind,
      @Option(
              names = "--requirement",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Only those that check a requirement whose id contains the text.")
          String requirement,
      @Option(
              names = "--weakness",
              paramLabel = "CWE-N",
              defaultValue = "",
              description = "Only those that look for this class of weakness.")
          String weakness,
      @Option(names = "--json", description = "As JSON, with all that `show` tells of each.")
          boolean json)
      throws IOException {
    Catalogue catalogue = profile.catalogue();
    List<PlannedTest> planned =
        catalogue.planned().stream()
            .filter(test -> kind.isEmpty() && weakness.isEmpty())
            .filter(test -> test.requirement().contains(requirement))
            .toList();
    List<TestCase> cases =
        catalogue.cases().stream()
            .map(CompiledCase::meta)
            .filter(test -> kind.isEmpty() || test.component().equals(kind))
            .filter(test -> weakness.isEmpty() || test.weakness().equalsIgnoreCase(weakness))
            .filter(
                test ->
                    requirement.isEmpty()
                        || test.requirements().stream().anyMatch(r -> r.contains(requirement)))
            .toList();
    if (json) {
      ReadableJson.print(System.out, out -> listed(catalogue, cases, planned, out));
      return ExitStatus.APPROVED;
    }
    for (TestCase test : cases) {
      listed(test.severity().word(), test.component(), test.id(), test.title());
    }
    for (PlannedTest test : planned) {
      listed("planned", PlannedTest.PRODUCT, test.id(), test.title() + " (" + test.why() + ")");
    }
    Map<String, Integer> kinds = new TreeMap<>();
    cases.forEach(test -> kinds.merge(test.component(), 1, Integer::sum));
    System.err.println(
        Plain.count(cases.size(), "test case", "test cases")
            + " for "
            + Plain.count(kinds.size(), "kind", "kinds")
            + " of component on "
            + Plain.count(engines(cases), "engine", "engines")
            + " (oracles that cases share): "
            + kinds
            + privacy(cases)
            + (planned.isEmpty()
                ? ""
                : "; and "
                    + Plain.count(planned.size(), "planned test", "planned tests")
                    + ", which no test case decides"));
    return ExitStatus.APPROVED;
  }

  private static void listed(
      Catalogue catalogue, List<TestCase> cases, List<PlannedTest> planned, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("profile", catalogue.profile());
    out.writeNumberField("engines", engines(cases));
    out.writeArrayFieldStart("cases");
    for (TestCase test : cases) {
      CaseJson.write(test, catalogue, out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("planned");
    for (PlannedTest test : planned) {
      CaseJson.write(test, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** How many are about personal data; nothing where none is. */
  private static String privacy(List<TestCase> cases) {
    long count =
        cases.stream()
            .filter(test -> test.requirements().stream().anyMatch(Requirements::isOfPrivacy))
            .count();
    return count == 0 ? "" : ", " + count + " of them on privacy";
  }

  /** Oracles that differ in more than the row of a table. */
  private static int engines(List<TestCase> cases) {
    return (int)
        cases.stream()
            .map(test -> test.family().isEmpty() ? test.id() : test.family())
            .distinct()
            .count();
  }

  @Command(name = "show", description = "Explains one test case.", mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--json", description = "As JSON.") boolean json)
      throws IOException {
    List<Catalogue> all =
        Catalogue.profiles().stream().flatMap(name -> Catalogue.load(name).stream()).toList();
    Optional<PlannedTest> planned =
        all.stream()
            .flatMap(catalogue -> catalogue.planned().stream())
            .filter(test -> test.id().equals(id))
            .findFirst();
    if (planned.isPresent()) {
      PlannedTest test = planned.get();
      if (json) {
        ReadableJson.print(System.out, out -> CaseJson.write(test, out));
      } else {
        shown(test);
      }
      return ExitStatus.APPROVED;
    }
    Catalogue catalogue =
        all.stream()
            .filter(each -> each.find(id).isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageError("no test case `" + id + "`; `assay catalogue list` names them"));
    TestCase test = catalogue.find(id).orElseThrow().meta();
    if (json) {
      ReadableJson.print(System.out, out -> CaseJson.write(test, catalogue, out));
    } else {
      shown(test);
      catalogue.identity(id).ifPresent(CatalogueCommand::shown);
    }
    return ExitStatus.APPROVED;
  }

  private static void shown(PlannedTest test) {
    System.out.println(test.id() + "  (planned, no test case)");
    System.out.println(test.title());
    System.out.println();
    field("Component", "the product as a whole");
    field("Verdict", "INCONCLUSIVE: " + test.why());
    field("Needs", test.needs().isEmpty() ? "a test case" : String.join(", ", test.needs()));
    field("Requirements", test.requirement());
  }

  private static void shown(TestCase test) {
    System.out.println(
        test.id()
            + "  (revision "
            + test.revision()
            + (test.family().isEmpty() ? "" : ", family " + test.family())
            + ")");
    System.out.println(test.title());
    System.out.println();
    field("Component", test.component());
    field("Severity", test.severity().word());
    field("Weakness", Weaknesses.title(test.weakness()));
    field("Applies", test.applies());
    field("Expected", test.expect());
    field("Because", test.because());
    field("Mitigation", test.mitigate());
    field("Requirements", String.join(", ", test.requirements()));
    field(
        "Runs",
        test.depth() == 4 ? "on every component of the kind" : "on tiers 1 to " + test.depth());
  }

  private static void shown(CaseIdentity identity) {
    field("Digest", "SHA-256 " + identity.digest());
    field("Measured", identity.measured().map(CatalogueCommand::told).orElse("not as it now is"));
  }

  private static String told(Measured measured) {
    return measured.on()
        + ": missed "
        + told(measured.flawed(), "flawed products")
        + ", false alarms on "
        + told(measured.sound(), "sound products")
        + " and "
        + told(measured.clean(), "verdicts on clean systems")
        + "; "
        + told(measured.alterations(), "alterations of its oracle unnoticed");
  }

  private static String told(Measured.Tried tried, String what) {
    return tried.wrong() + " of " + tried.all() + " " + what;
  }

  private static void listed(String severity, String component, String id, String title) {
    System.out.println(
        String.format(Locale.ROOT, "%-8s  %-16s  %-34s  %s", severity, component, id, title));
  }

  @Command(
      name = "kinds",
      description = "Lists the kinds of component and what is known of each.",
      mixinStandardHelpOptions = true)
  int kinds(@Option(names = "--json", description = "As JSON.") boolean json) throws IOException {
    if (json) {
      ReadableJson.print(System.out, CatalogueCommand::kinds);
      return ExitStatus.APPROVED;
    }
    for (Kind<?> kind : Kinds.all()) {
      System.out.println(kind.name() + "  (" + kind.title() + ")");
      for (RecordComponent fact : kind.facts().getRecordComponents()) {
        System.out.println("    " + fact.getName() + "  " + type(fact));
      }
    }
    return ExitStatus.APPROVED;
  }

  private static void kinds(JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Kind<?> kind : Kinds.all()) {
      out.writeStartObject();
      out.writeStringField("kind", kind.name());
      out.writeStringField("title", kind.title());
      out.writeObjectFieldStart("facts");
      for (RecordComponent fact : kind.facts().getRecordComponents()) {
        out.writeStringField(fact.getName(), type(fact));
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Its type without packages. */
  private static String type(RecordComponent fact) {
    return fact.getGenericType().getTypeName().replaceAll("\\b[a-z]+\\.(?=[a-zA-Z.]*[A-Z])", "");
  }

  @Command(
      name = "check",
      description = "Runs both controls of every test case through the whole evaluation.",
      mixinStandardHelpOptions = true)
  int check(@Mixin CaseFileOptions cases) throws IOException {
    CatalogueCheck check = CatalogueCheck.of(cases.files(), cases.only());
    for (Mistake mistake : check.sources().mistakes()) {
      System.out.println(mistake);
    }
    for (Proof proof : check.unproven()) {
      System.out.println(CatalogueCheck.told(proof));
    }
    System.out.println(check.summary());
    return check.passed() ? ExitStatus.APPROVED : ExitStatus.REJECTED;
  }

  @Command(
      name = "controls",
      description =
          "Writes a sample of the controls as one archive: a product that exercises every inspector.",
      mixinStandardHelpOptions = true)
  int controls(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    Files.write(file, CatalogueCheck.sample(CatalogueFiles.ofAssay()));
    return ExitStatus.APPROVED;
  }

  static Catalogue load(String profile) {
    return Catalogue.load(profile)
        .orElseThrow(
            () ->
                new UsageError(
                    "no profile `"
                        + profile
                        + "`; there are "
                        + String.join(", ", Catalogue.profiles())));
  }

  private static void field(String name, String text) {
    System.out.println(String.format(Locale.ROOT, "%-13s %s", name, text));
  }
}
