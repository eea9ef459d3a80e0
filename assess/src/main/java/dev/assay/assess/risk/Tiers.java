package dev.assay.assess.risk;

import dev.assay.model.Described;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Privilege;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How deep a component is tested (NIST SP 800-53A): by its place among the product's components,
 * with absolute floors.
 */
final class Tiers {
  /**
   * Cryptography, update and boot decide over all else; they are never tested less than in focus.
   */
  private static final Set<String> NEVER_BELOW_TWO =
      Set.of("kernel", "bootloader", "private-key", "key-store", "android-signature");

  private final Weights weights;
  private final List<Double> descending;

  Tiers(Weights weights, Collection<Double> values) {
    this.weights = weights;
    this.descending = values.stream().sorted(Comparator.reverseOrder()).toList();
  }

  int of(double value, double own, Reached reached, Described component) {
    boolean listens =
        reached.exposure(component).filter(s -> s.value() == Exposure.LISTENS).isPresent();
    boolean full =
        reached.privilege(component).filter(s -> s.value() == Privilege.FULL).isPresent();
    if (own >= weights.of("tier.1.floor") || listens && full || within(value, "tier.1.share")) {
      return 1;
    }
    if (within(value, "tier.2.share") || NEVER_BELOW_TWO.contains(component.component().kind())) {
      return 2;
    }
    return within(value, "tier.3.share") ? 3 : 4;
  }

  /**
   * Whether the value is at least that of the last component within the share; equal values get
   * equal tiers.
   */
  private boolean within(double value, String share) {
    int last = (int) Math.ceil(weights.of(share) * descending.size()) - 1;
    return last >= 0 && value >= descending.get(last);
  }
}
