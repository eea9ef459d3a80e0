package dev.assay.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.catalogue.mutation.Change;
import dev.assay.catalogue.mutation.Mutant;
import dev.assay.catalogue.mutation.Mutated;
import dev.assay.catalogue.mutation.MutationRun;
import dev.assay.cli.build.CatalogueCheck;
import dev.assay.report.Plain;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay catalogue mutate}. */
@Command(
    name = "mutate",
    description = "Alters every oracle and shows which alterations the controls do not notice.",
    mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {
  private static final int WORST = 20;

  @Mixin private CaseFileOptions cases = new CaseFileOptions();

  @Option(names = "--json", description = "As JSON, with every survivor.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    MutationRun run = CatalogueCheck.mutated(cases.files(), cases.only());
    if (json) {
      ReadableJson.print(System.out, out -> json(run, out));
    } else {
      table(run);
    }
    return ExitStatus.APPROVED;
  }

  private static void table(MutationRun run) {
    List<Mutated> worst =
        run.cases().stream()
            .filter(each -> !each.survivors().isEmpty())
            .sorted(
                Comparator.comparing((Mutated each) -> -each.survivors().size())
                    .thenComparing(Mutated::test))
            .toList();
    for (Mutated each : worst.stream().limit(WORST).toList()) {
      System.out.println(
          each.test() + "  " + each.killed() + " of " + each.mutants().size() + " noticed");
      for (Mutant survivor : each.survivors()) {
        System.out.println("    " + Plain.cut(Plain.line(survivor.told()), 160));
      }
    }
    if (worst.size() > WORST) {
      System.out.println(
          "and "
              + Plain.count(worst.size() - WORST, "case", "cases")
              + " more with survivors; --json names them");
    }
    for (Change change : Change.values()) {
      long all = run.mutants(change);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-9s %,6d of %,6d noticed",
              change.word(),
              all - run.survivors(change),
              all));
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s, score %.3f",
            Plain.count(run.cases().size(), "test case", "test cases"),
            run.score()));
  }

  private static void json(MutationRun run, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("score", Math.round(run.score() * 1000) / 1000.0);
    out.writeObjectFieldStart("changes");
    for (Change change : Change.values()) {
      out.writeObjectFieldStart(change.word());
      out.writeNumberField("mutants", run.mutants(change));
      out.writeNumberField("survivors", run.survivors(change));
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeArrayFieldStart("cases");
    for (Mutated each : run.cases()) {
      out.writeStartObject();
      out.writeStringField("test", each.test());
      out.writeStringField("file", each.file());
      out.writeNumberField("mutants", each.mutants().size());
      out.writeNumberField("killed", each.killed());
      out.writeArrayFieldStart("survivors");
      for (Mutant survivor : each.survivors()) {
        out.writeStartObject();
        out.writeStringField("change", survivor.change().word());
        out.writeStringField("before", survivor.before());
        out.writeStringField("after", survivor.after());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
