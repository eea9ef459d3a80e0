package dev.assay.assess.risk;

import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.Links;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Grant;
import dev.assay.model.RiskSigns.Privilege;
import dev.assay.model.RiskSigns.Sign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Exposure and privilege of each component once others have had their say: a service that starts it
 * as root, the files a package consists of. The worst wins.
 */
final class Reached {
  private final Links links;
  private final Map<String, Sign<Exposure>> granted = new HashMap<>();
  private final Map<String, Sign<Privilege>> raised = new HashMap<>();

  Reached(List<Described> components, Links links) {
    this.links = links;
    for (Described giver : components) {
      for (Grant grant : giver.signs().grants()) {
        links.provider(grant.target(), giver).ifPresent(target -> take(grant, giver, target));
      }
    }
  }

  private void take(Grant grant, Described giver, Described target) {
    String id = target.component().id();
    grant
        .exposure()
        .ifPresent(value -> granted.merge(id, given(value, grant, giver), Reached::worse));
    grant
        .privilege()
        .ifPresent(value -> raised.merge(id, given(value, grant, giver), Reached::worse));
  }

  private static <E> Sign<E> given(E value, Grant grant, Described giver) {
    return new Sign<>(value, grant.why(), Optional.of(grant.seen().orElseGet(() -> whole(giver))));
  }

  /** A component's own artifact as evidence of what holds of it as a whole. */
  static Evidence whole(Described component) {
    return Evidence.whole(component.component().artifacts().getFirst(), "");
  }

  Optional<Sign<Exposure>> exposure(Described component) {
    return worst(component, RiskSigns::exposure, granted);
  }

  Optional<Sign<Privilege>> privilege(Described component) {
    return worst(component, RiskSigns::privilege, raised);
  }

  /**
   * Worst of its own value, what others grant it, and the values of what it contains; contents do
   * not contain further.
   */
  private <E extends Enum<E>> Optional<Sign<E>> worst(
      Described component,
      Function<RiskSigns, Optional<Sign<E>>> own,
      Map<String, Sign<E>> fromOthers) {
    Optional<Sign<E>> worst = direct(component, own, fromOthers);
    for (String name : component.signs().contains().stream().sorted().toList()) {
      Optional<Sign<E>> inside =
          links
              .provider(name, component)
              .flatMap(
                  part ->
                      direct(part, own, fromOthers)
                          .map(
                              sign ->
                                  new Sign<>(
                                      sign.value(),
                                      name + ": " + sign.why(),
                                      Optional.of(sign.seen().orElseGet(() -> whole(part))))));
      worst = either(worst, inside);
    }
    return worst;
  }

  private static <E extends Enum<E>> Optional<Sign<E>> direct(
      Described component,
      Function<RiskSigns, Optional<Sign<E>>> own,
      Map<String, Sign<E>> fromOthers) {
    return either(
        own.apply(component.signs()),
        Optional.ofNullable(fromOthers.get(component.component().id())));
  }

  private static <E extends Enum<E>> Optional<Sign<E>> either(
      Optional<Sign<E>> a, Optional<Sign<E>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return Optional.of(worse(a.get(), b.get()));
  }

  /**
   * Both enums are declared worst first; of equals the first named stays, for reasons that do not
   * depend on order.
   */
  private static <E extends Enum<E>> Sign<E> worse(Sign<E> a, Sign<E> b) {
    int byValue = a.value().compareTo(b.value());
    if (byValue != 0) {
      return byValue < 0 ? a : b;
    }
    return a.why().compareTo(b.why()) <= 0 ? a : b;
  }
}
