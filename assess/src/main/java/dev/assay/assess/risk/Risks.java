package dev.assay.assess.risk;

import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.Links;
import dev.assay.model.Risk;
import dev.assay.model.Risk.Factor;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Privilege;
import dev.assay.model.RiskSigns.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Computes every component's risk; the formula is in the package documentation. */
public final class Risks {
  private static final int DEPENDENTS_SHOWN = 3;
  private static final Map<String, String> UNKNOWN =
      Map.of(
          "exposure", "how it is reached",
          "memory-unsafe", "the language it is written in",
          "parses-input", "whether it parses data from outside",
          "privilege", "what it may do");

  private final Weights weights;
  private final Links links;
  private final Reached reached;

  private record Own(Described component, double value, List<Factor> factors) {}

  private Risks(List<Described> components, Weights weights) {
    this.weights = weights;
    this.links = new Links(components);
    this.reached = new Reached(components, links);
  }

  /** One risk per component, in the order given. */
  public static List<Risk> of(List<Described> components, Weights weights) {
    return new Risks(components, weights).all(components);
  }

  private List<Risk> all(List<Described> components) {
    Map<String, Own> own = new HashMap<>();
    List<Own> ordered = new ArrayList<>();
    for (Described component : components) {
      Own computed = own(component);
      own.put(component.component().id(), computed);
      ordered.add(computed);
    }
    Map<String, Double> withNeighbours = new HashMap<>();
    for (Own each : ordered) {
      withNeighbours.put(each.component().component().id(), fed(each, own));
    }
    Tiers tiers = new Tiers(weights, withNeighbours.values());
    return ordered.stream()
        .map(
            each -> {
              double value =
                  withNeighbours.getOrDefault(each.component().component().id(), each.value());
              return new Risk(
                  each.component().component().id(),
                  (int) Math.round(100 * value),
                  tiers.of(value, each.value(), reached, each.component()),
                  each.factors());
            })
        .toList();
  }

  /**
   * R*: drawn towards the riskiest component it feeds. Neighbours count with their own risk only,
   * so cycles are harmless.
   */
  private double fed(Own each, Map<String, Own> own) {
    Optional<Own> riskiest =
        dependents(each.component())
            .map(own::get)
            .filter(Objects::nonNull)
            .max(Comparator.comparingDouble(Own::value));
    double most = riskiest.map(Own::value).orElse(0.0);
    double gain = weights.of("neighbour") * Math.max(0, most - each.value());
    if (gain > 0) {
      each.factors()
          .add(
              new Factor(
                  "neighbour",
                  round(most),
                  weights.of("neighbour"),
                  "feeds a component of risk " + Math.round(100 * most),
                  weights.source("neighbour"),
                  riskiest.stream().map(near -> Reached.whole(near.component())).toList()));
    }
    return each.value() + gain;
  }

  private Own own(Described component) {
    RiskSigns signs = component.signs();
    List<Factor> factors = new ArrayList<>();
    factors.add(factor("exposure", component, reached.exposure(component), this::exposure));
    factors.add(surface(component));
    factors.add(factor("memory-unsafe", component, signs.memoryUnsafe(), Risks::yes));
    factors.add(factor("parses-input", component, signs.parsesInput(), Risks::yes));
    factors.add(factor("privilege", component, reached.privilege(component), this::privilege));
    factors.add(reachability(component));
    double likelihood = 1 - product(factors.subList(0, 4));
    double consequence = 1 - product(factors.subList(4, 6));
    return new Own(component, likelihood * consequence, factors);
  }

  private static double product(List<Factor> factors) {
    double product = 1;
    for (Factor factor : factors) {
      product *= 1 - factor.weight() * factor.value();
    }
    return product;
  }

  private <T> Factor factor(
      String name, Described component, Optional<Sign<T>> sign, ToDoubleFunction<T> scale) {
    return sign.map(
            known ->
                factor(
                    name,
                    scale.applyAsDouble(known.value()),
                    known.why(),
                    List.of(known.seen().orElseGet(() -> Reached.whole(component)))))
        .orElseGet(
            () ->
                factor(
                    name,
                    1,
                    UNKNOWN.get(name) + " is unknown; the worst value is taken",
                    List.of()));
  }

  private Factor factor(String name, double value, String why, List<Evidence> evidence) {
    return new Factor(name, round(value), weights.of(name), why, weights.source(name), evidence);
  }

  private Factor surface(Described component) {
    RiskSigns signs = component.signs();
    double size =
        signs.size().map(s -> full(s.value(), weights.of("surface.size.full"))).orElse(1.0);
    double entries =
        signs
            .entryPoints()
            .map(s -> full(s.value(), weights.of("surface.entry-points.full")))
            .orElse(1.0);
    String why =
        signs.size().map(s -> s.value() + " bytes").orElse("size unknown, worst taken")
            + ", "
            + signs
                .entryPoints()
                .map(s -> s.value() + " entry points")
                .orElse("entry points unknown, worst taken");
    boolean known = signs.size().isPresent() || signs.entryPoints().isPresent();
    List<Evidence> seen = known ? List.of(Reached.whole(component)) : List.of();
    return factor("surface", (size + entries) / 2, why, seen);
  }

  private Factor reachability(Described component) {
    int dependents = links.dependents(component.component().id()).size();
    return factor(
        "reachability",
        full(dependents, weights.of("reachability.dependents.full")),
        dependents == 0
            ? "nothing in the product depends on it"
            : dependents == 1
                ? "1 component depends on it"
                : dependents + " components depend on it",
        dependents(component)
            .limit(DEPENDENTS_SHOWN)
            .map(links::component)
            .map(Reached::whole)
            .toList());
  }

  /** Ids in order of name, so that what is shown does not depend on how they are kept. */
  private Stream<String> dependents(Described component) {
    return links.dependents(component.component().id()).stream().sorted();
  }

  private double exposure(Exposure exposure) {
    return weights.of("exposure." + word(exposure));
  }

  private double privilege(Privilege privilege) {
    return weights.of("privilege." + word(privilege));
  }

  private static double yes(boolean value) {
    return value ? 1 : 0;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Logarithmic share of {@code full}, at most 1. */
  private static double full(double value, double full) {
    return Math.min(1, StrictMath.log1p(Math.max(0, value)) / StrictMath.log1p(full));
  }

  /** To four places, so that what is printed is what was computed with. */
  private static double round(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
