package dev.assay.assess.life;

import dev.assay.assess.LateFacts;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the ends of life cycles with the day and with the product's own support period. */
public final class LifeCycles implements LateFacts {
  public static final Kind<LifeCycleFacts> KIND =
      Kind.of("life-cycle", LifeCycleFacts.class, "Life cycle of a component");

  /** Before the day is known. */
  public static final LifeCycles WITHOUT_DAY = new LifeCycles(Optional.empty(), Optional.empty());

  private final Optional<LocalDate> day;
  private final Optional<LocalDate> declared;

  private LifeCycles(Optional<LocalDate> day, Optional<LocalDate> declared) {
    this.day = day;
    this.declared = declared;
  }

  /**
   * @param day of the evaluation
   * @param components of the product; a declared support period is one of them
   */
  public static LifeCycles on(LocalDate day, Collection<Described> components) {
    return new LifeCycles(
        Optional.of(day),
        components.stream()
            .flatMap(each -> Line.declared(each).stream())
            .max(Comparator.naturalOrder()));
  }

  @Override
  public Kind<?> kind() {
    return KIND;
  }

  @Override
  public boolean concern(Described component) {
    return Line.of(component).isPresent();
  }

  @Override
  public Described of(Described described) {
    Cycle cycle = Line.of(described).orElseThrow();
    Component own = described.component();
    Map<String, String> unknown = new HashMap<>();
    if (day.isEmpty()) {
      unknown.put("over", "the day of the evaluation is not known yet");
    }
    if (declared.isEmpty()) {
      unknown.put(
          "outlasts", "the product declares no support period (`support-until` in product.yaml)");
    }
    LifeCycleFacts facts =
        new LifeCycleFacts(
            own.kind(),
            cycle.named(),
            cycle.ends().toString(),
            day.filter(today -> today.isAfter(cycle.ends())).isPresent(),
            declared.filter(until -> !until.isAfter(cycle.ends())).isPresent());
    return new Described(
        own.as(KIND), facts, evidence(described, cycle), unknown, described.signs());
  }

  private List<FactEvidence> evidence(Described described, Cycle cycle) {
    Component own = described.component();
    Evidence seen =
        Stream.of("version", "versionId", "release", "until")
            .flatMap(fact -> described.evidence().stream().filter(each -> each.fact().equals(fact)))
            .map(FactEvidence::evidence)
            .findFirst()
            .orElseGet(() -> Evidence.whole(own.artifacts().getFirst(), own.name()));
    String what = own.name() + " " + own.version() + ": " + cycle.told();
    Evidence over = new Evidence(seen.artifact(), seen.place(), what);
    String claim = declared.map(until -> "; the product until " + until).orElse("");
    return List.of(
        new FactEvidence("over", over),
        new FactEvidence("ends", over),
        new FactEvidence("outlasts", new Evidence(seen.artifact(), seen.place(), what + claim)));
  }
}
