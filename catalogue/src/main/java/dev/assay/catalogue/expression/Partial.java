package dev.assay.catalogue.expression;

import java.util.HashMap;
import java.util.Map;

/**
 * A nested record of which some components could not be established. Not a record itself, so that
 * nobody takes its own components for facts.
 */
final class Partial {
  private final Record known;
  private final Map<String, Unknown> unknown;

  private Partial(Record known, Map<String, Unknown> unknown) {
    this.known = known;
    this.unknown = unknown;
  }

  /** The value without one component; unknown as a whole where it has no such component. */
  static Object without(Object value, String component, Unknown why) {
    return switch (value) {
      case Partial partial when partial.has(component) -> partial.without(component, why);
      case Record record when Accessors.of(record.getClass()).has(component) ->
          new Partial(record, Map.of(component, why));
      case Unknown already -> already.and(why);
      default -> why;
    };
  }

  private boolean has(String component) {
    return Accessors.of(known.getClass()).has(component);
  }

  private Partial without(String component, Unknown why) {
    Map<String, Unknown> more = new HashMap<>(unknown);
    more.merge(component, why, Unknown::and);
    return new Partial(known, more);
  }

  /** A component's value, {@link Unknown} where it could not be established. */
  Object read(String component) {
    Unknown missing = unknown.get(component);
    return missing != null ? missing : Accessors.of(known.getClass()).read(known, component);
  }

  /** The record, in which the value of an unknown component means nothing. */
  Record known() {
    return known;
  }
}
