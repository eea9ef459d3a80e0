package dev.assay.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A pair of members that is not identical.
 *
 * @param path on the right, or on the left where it was removed; members of containers behind
 *     {@code !/}
 * @param before path on the left where it has another there, else empty
 * @param reason why it is opaque, else empty
 */
public record Finding(
    String path, String before, Outcome outcome, List<Aspect> aspects, String reason) {
  public Finding {
    aspects = List.copyOf(aspects);
  }

  static Finding changed(String path, List<Aspect> aspects) {
    return new Finding(path, "", Outcome.CHANGED, aspects, "");
  }

  static Finding equivalent(String path, List<Aspect> aspects) {
    return new Finding(path, "", Outcome.EQUIVALENT, aspects, "");
  }

  static Finding opaque(String path, String reason) {
    return new Finding(path, "", Outcome.OPAQUE, List.of(), reason);
  }

  /** What nobody can explain, with where it differs. */
  static Finding unexplained(String path, String reason, List<Aspect> ranges) {
    return new Finding(path, "", Outcome.OPAQUE, ranges, reason);
  }

  /** Both findings of one path as one: the worse outcome, all aspects. */
  Finding with(Finding other) {
    List<Aspect> all = new ArrayList<>(aspects);
    other.aspects.stream().filter(aspect -> !all.contains(aspect)).forEach(all::add);
    return new Finding(
        path,
        before.isEmpty() ? other.before : before,
        outcome.compareTo(other.outcome) >= 0 ? outcome : other.outcome,
        all,
        reason.isEmpty() ? other.reason : reason);
  }
}
