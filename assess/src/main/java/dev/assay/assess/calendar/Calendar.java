package dev.assay.assess.calendar;

import dev.assay.assess.LateFacts;
import dev.assay.assess.life.LifeCycles;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * All facts that depend on the day of the evaluation.
 *
 * @param all one for each kind
 */
public record Calendar(List<LateFacts> all) {
  /** Before the day is known. */
  public static final Calendar WITHOUT_DAY =
      new Calendar(List.of(LifeCycles.WITHOUT_DAY, Validity.WITHOUT_DAY));

  public Calendar {
    all = List.copyOf(all);
  }

  /**
   * @param day of the evaluation
   * @param components of the product
   */
  public static Calendar on(LocalDate day, Collection<Described> components) {
    return new Calendar(List.of(LifeCycles.on(day, components), Validity.on(day)));
  }

  /** The kinds that test cases name. */
  public static List<Kind<?>> kinds() {
    return WITHOUT_DAY.all().stream().<Kind<?>>map(LateFacts::kind).toList();
  }

  /** The components with what the day makes of them, under their own ids. */
  public Stream<Described> beside(List<Described> components) {
    return all.stream().flatMap(facts -> facts.beside(components).stream());
  }
}
