package dev.assay.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.catalogue.cel.BadExpression;
import dev.assay.catalogue.cel.CelEnvironment;
import dev.assay.catalogue.cel.CelEvaluator;
import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.control.ControlProduct;
import dev.assay.catalogue.expression.Condition;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Oracle;
import dev.assay.catalogue.forge.Forge;
import dev.assay.catalogue.forge.Forges;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Sources;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our evaluator and CEL's own say the same of every control of every test case. */
class EvaluatorsAgreeTest {
  private final ControlProduct products = new ControlProduct(Forges.all());
  private final Map<String, CelEnvironment> environments = new HashMap<>();

  EvaluatorsAgreeTest() {
    for (Kind<?> kind : Kinds.all()) {
      environments.put(kind.name(), CelEnvironment.of(kind, Set.of()));
    }
  }

  @Test
  void onEveryControlOfEveryCase() throws IOException {
    Sources sources =
        Sources.read(
            CatalogueFiles.ofAssay(), Kinds.all(), Forges.all().stream().map(Forge::name).toList());
    try (ControlFeed small = ControlFeed.open();
        ForkJoinPool workers = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
      KnownFlaws known = KnownFlaws.of(small.feed());
      List<String> disagreements =
          workers
              .submit(
                  () ->
                      sources.definitions().parallelStream()
                          .flatMap(definition -> disagreements(definition, known, workers))
                          .sorted()
                          .toList())
              .join();
      assertThat(disagreements).isEmpty();
    }
  }

  private Stream<String> disagreements(
      Definition definition, KnownFlaws known, ForkJoinPool workers) {
    List<String> found = new ArrayList<>();
    for (Control control : controls(definition)) {
      for (Described each : CatalogueCheck.inspect(products.tar(control), known, workers)) {
        if (each.component().kind().equals(definition.meta().component())
            && each.unknown().isEmpty()) {
          compare(definition, definition.meta().applies(), definition.applies(), each, found);
          compare(definition, definition.meta().expect(), definition.expect(), each, found);
        }
      }
    }
    return found.stream();
  }

  private static List<Control> controls(Definition definition) {
    return Stream.of(definition.fails(), definition.passes(), definition.inconclusive())
        .flatMap(List::stream)
        .toList();
  }

  private void compare(
      Definition definition, String source, Expr expr, Described each, List<String> found) {
    try {
      CelEnvironment environment = environments.get(definition.meta().component());
      var theirs = CelEvaluator.evaluate(environment.check(source), each);
      var ours = new Oracle(new Condition(expr, source)).decide(each).outcome();
      if (ours != theirs) {
        found.add(
            definition.meta().id()
                + ": `"
                + source
                + "` is "
                + ours
                + " here, "
                + theirs
                + " in CEL on "
                + each.facts());
      }
    } catch (BadExpression e) {
      found.add(definition.meta().id() + ": " + source + ": " + e.getMessage());
    }
  }
}
