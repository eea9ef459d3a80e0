package dev.assay.cli;

import dev.assay.assess.Plan;
import dev.assay.assess.risk.Risks;
import dev.assay.assess.risk.Weights;
import dev.assay.catalogue.Catalogue;
import dev.assay.cli.product.NamedProduct;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.Described;
import dev.assay.model.Risk;
import dev.assay.report.Plain;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay plan}. */
@Command(
    name = "plan",
    description =
        "Shows the components, their risk and which test cases would run, without running them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PlanCommand implements Callable<Integer> {
  @Mixin private ProductOptions product = new ProductOptions();

  @Option(
      names = "--tests",
      description = "One line for each test case and component, with the reason.")
  private boolean tests;

  @Option(names = "--json", description = "The whole plan as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    NamedProduct named = product.named(System.err);
    Inspection inspection =
        Inspection.of(
            named.sources(),
            Limits.DEFAULT,
            product.jobs,
            Progress.SILENT,
            product.cache(Instant.now()));
    Catalogue catalogue = Evaluator.catalogue(product.profile(named), inspection);
    List<Risk> risks = Risks.of(inspection.components(), Weights.standard());
    Plan plan = Plan.of(catalogue, inspection.components(), risks);
    if (json) {
      ReadableJson.print(System.out, out -> PlanJson.write(catalogue.profile(), risks, plan, out));
      return ReaderFaults.status(inspection.artifacts(), ExitStatus.APPROVED, System.err);
    }
    if (tests) {
      plan.entries()
          .forEach(
              entry ->
                  System.out.println(
                      (entry.run() ? "run  " : "skip ")
                          + entry.test()
                          + "  "
                          + Plain.line(entry.component())
                          + "  ("
                          + Plain.line(entry.why())
                          + ")"));
      return ReaderFaults.status(inspection.artifacts(), ExitStatus.APPROVED, System.err);
    }
    table(inspection, risks, plan);
    if (!plan.planned().isEmpty()) {
      System.out.println(
          Plain.count(plan.planned().size(), "planned test", "planned tests")
              + " of the profile: an image alone does not decide them; --tests names them");
    }
    return ReaderFaults.status(inspection.artifacts(), ExitStatus.APPROVED, System.err);
  }

  private static void table(Inspection inspection, List<Risk> risks, Plan plan) {
    Map<String, Described> components =
        inspection.components().stream()
            .collect(Collectors.toMap(d -> d.component().id(), Function.identity()));
    Map<String, Long> planned =
        plan.entries().stream()
            .filter(entry -> entry.run())
            .collect(Collectors.groupingBy(entry -> entry.component(), Collectors.counting()));
    System.out.println("risk  tier  tests  kind              component");
    risks.stream()
        .sorted(
            Comparator.comparing(Risk::tier)
                .thenComparing(risk -> -risk.score())
                .thenComparing(Risk::component))
        .forEach(
            risk -> {
              Described described = components.get(risk.component());
              System.out.println(
                  String.format(
                      Locale.ROOT,
                      "%4d  %4d  %5d  %-16s  %s",
                      risk.score(),
                      risk.tier(),
                      planned.getOrDefault(risk.component(), 0L),
                      described == null ? "" : described.component().kind(),
                      Plain.line(risk.component().substring(risk.component().indexOf(':') + 1))));
            });
  }
}
