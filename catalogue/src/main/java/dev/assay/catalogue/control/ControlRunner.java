package dev.assay.catalogue.control;

import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.expression.Observed;
import dev.assay.catalogue.source.Definition;
import dev.assay.model.Described;
import dev.assay.model.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Proves test cases: the failing control must FAIL on at least one component of the case's kind,
 * the passing control must PASS on all of them and there must be one.
 */
public final class ControlRunner {
  private final ControlProduct products;
  private final Function<byte[], List<Described>> inspect;

  /**
   * @param inspect finds the components of a tar archive, as for any product; called by many
   *     threads
   */
  public ControlRunner(ControlProduct products, Function<byte[], List<Described>> inspect) {
    this.products = products;
    this.inspect = inspect;
  }

  /** Runs both controls of every case, on all processors; in order of id. */
  public List<Proof> check(Collection<Definition> definitions) {
    return definitions.parallelStream()
        .map(this::prove)
        .sorted(Comparator.comparing(Proof::test))
        .toList();
  }

  /**
   * Reads both controls of a case.
   *
   * @throws RuntimeException where a forge or an inspector does
   */
  public Trial trial(Definition definition) {
    return new Trial(
        inspect.apply(products.tar(definition.fails())),
        inspect.apply(products.tar(definition.passes())));
  }

  private Proof prove(Definition definition) {
    List<Proof.Fault> faults = new ArrayList<>();
    CompiledCase test =
        CompiledCase.of(definition.meta(), definition.applies(), definition.expect());
    run("fails", definition.fails(), test).ifPresent(faults::add);
    run("passes", definition.passes(), test).ifPresent(faults::add);
    return new Proof(test.id(), definition.file(), definition.line(), faults);
  }

  private Optional<Proof.Fault> run(String which, Control control, CompiledCase test) {
    try {
      List<Described> found = inspect.apply(products.tar(control));
      Optional<String> wrong = which.equals("fails") ? fails(found, test) : passes(found, test);
      return wrong.map(why -> new Proof.Fault(which, why));
    } catch (RuntimeException e) {
      // A forge or an inspector that throws must not hide what the other cases show.
      return Optional.of(new Proof.Fault(which, String.valueOf(e)));
    }
  }

  static Optional<String> fails(List<Described> found, CompiledCase test) {
    List<Seen> seen = judge(found, test);
    if (seen.stream().anyMatch(each -> each.outcome().equals(Outcome.FAIL.name()))) {
      return Optional.empty();
    }
    return Optional.of("should FAIL, but " + tell(seen, found, test));
  }

  static Optional<String> passes(List<Described> found, CompiledCase test) {
    List<Seen> seen = judge(found, test);
    boolean some = seen.stream().anyMatch(each -> each.outcome().equals(Outcome.PASS.name()));
    boolean only =
        seen.stream()
            .allMatch(
                each -> each.outcome().equals(Outcome.PASS.name()) || each.outcome().equals(IDLE));
    return some && only
        ? Optional.empty()
        : Optional.of("should PASS, but " + tell(seen, found, test));
  }

  private static final String IDLE = "does not apply";

  /** What the case made of one component. */
  private record Seen(Described component, String outcome, String why) {}

  private static List<Seen> judge(List<Described> found, CompiledCase test) {
    List<Seen> seen = new ArrayList<>();
    for (Described described : found) {
      if (described.component().kind().equals(test.meta().component())) {
        seen.add(judge(described, test));
      }
    }
    return seen;
  }

  private static Seen judge(Described described, CompiledCase test) {
    return test.decide(Observed.of(described))
        .map(decision -> new Seen(described, decision.outcome().name(), decision.why()))
        .orElseGet(() -> new Seen(described, IDLE, test.meta().applies()));
  }

  private static String tell(List<Seen> seen, List<Described> found, CompiledCase test) {
    if (seen.isEmpty()) {
      TreeSet<String> kinds =
          found.stream()
              .map(each -> each.component().kind())
              .collect(Collectors.toCollection(TreeSet::new));
      return "no component of kind "
          + test.meta().component()
          + " was found; found kinds: "
          + kinds;
    }
    return seen.stream()
        .map(
            each ->
                each.component().component().id()
                    + " "
                    + each.outcome()
                    + " ("
                    + each.why()
                    + "), facts "
                    + cut(each.component().facts().toString())
                    + (each.component().unknown().isEmpty()
                        ? ""
                        : ", unknown " + each.component().unknown()))
        .collect(Collectors.joining("; "));
  }

  private static String cut(String text) {
    return text.length() <= 1500 ? text : text.substring(0, 1500) + "…";
  }
}
