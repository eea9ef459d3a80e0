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
 * Proves test cases: each failing control must FAIL on at least one component of the case's kind,
 * each passing control must PASS on all of them and there must be one; an inconclusive control must
 * be INCONCLUSIVE in the same way.
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

  /** Runs all controls of every case, on all processors; in order of id. */
  public List<Proof> check(Collection<Definition> definitions) {
    return definitions.parallelStream()
        .map(this::prove)
        .sorted(Comparator.comparing(Proof::test))
        .toList();
  }

  /**
   * Reads all controls of a case.
   *
   * @throws RuntimeException where a forge or an inspector does
   */
  public Trial trial(Definition definition) {
    return new Trial(
        found(definition.fails()), found(definition.passes()), found(definition.inconclusive()));
  }

  private List<List<Described>> found(List<Control> controls) {
    return controls.stream().map(control -> inspect.apply(products.tar(control))).toList();
  }

  private Proof prove(Definition definition) {
    CompiledCase test =
        CompiledCase.of(definition.meta(), definition.applies(), definition.expect());
    List<Proof.Fault> faults = new ArrayList<>();
    faults.addAll(run("fails", definition.fails(), found -> fails(found, test)));
    faults.addAll(run("passes", definition.passes(), found -> passes(found, test)));
    faults.addAll(
        run("inconclusive", definition.inconclusive(), found -> inconclusive(found, test)));
    return new Proof(test.id(), definition.file(), definition.line(), faults);
  }

  private List<Proof.Fault> run(
      String which, List<Control> controls, Function<List<Described>, Optional<String>> judgement) {
    List<Proof.Fault> faults = new ArrayList<>();
    for (int i = 0; i < controls.size(); i++) {
      String name = controls.size() == 1 ? which : which + "[" + i + "]";
      try {
        judgement
            .apply(inspect.apply(products.tar(controls.get(i))))
            .ifPresent(why -> faults.add(new Proof.Fault(name, why)));
      } catch (RuntimeException e) {
        // A forge or an inspector that throws must not hide what the other cases show.
        faults.add(new Proof.Fault(name, String.valueOf(e)));
      }
    }
    return faults;
  }

  static Optional<String> fails(List<Described> found, CompiledCase test) {
    List<Seen> seen = judge(found, test);
    if (seen.stream().anyMatch(each -> each.outcome().equals(Outcome.FAIL.name()))) {
      return Optional.empty();
    }
    return Optional.of("should FAIL, but " + tell(seen, found, test));
  }

  static Optional<String> passes(List<Described> found, CompiledCase test) {
    return only(Outcome.PASS, found, test);
  }

  static Optional<String> inconclusive(List<Described> found, CompiledCase test) {
    return only(Outcome.INCONCLUSIVE, found, test);
  }

  private static Optional<String> only(Outcome wanted, List<Described> found, CompiledCase test) {
    List<Seen> seen = judge(found, test);
    boolean some = seen.stream().anyMatch(each -> each.outcome().equals(wanted.name()));
    boolean only =
        seen.stream()
            .allMatch(each -> each.outcome().equals(wanted.name()) || each.outcome().equals(IDLE));
    return some && only
        ? Optional.empty()
        : Optional.of("should be " + wanted.name() + ", but " + tell(seen, found, test));
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
