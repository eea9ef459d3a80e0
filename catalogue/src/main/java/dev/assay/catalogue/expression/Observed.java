package dev.assay.catalogue.expression;

import dev.assay.model.Described;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component with its facts laid out for expressions; made once per component, read by every test
 * case. Slots are the facts in the record's order, then the {@link ComponentField}s. A fact that
 * could not be established is {@link Unknown}.
 */
public final class Observed {
  private final Described described;
  private final Object[] slots;
  private volatile @Nullable Sightings sightings;

  private Observed(Described described, Object[] slots) {
    this.described = described;
    this.slots = slots;
  }

  public static Observed of(Described described) {
    Record facts = described.facts();
    Accessors accessors = Accessors.of(facts.getClass());
    Object[] slots = new Object[accessors.size() + ComponentField.COUNT];
    for (int i = 0; i < accessors.size(); i++) {
      slots[i] = accessors.read(facts, i);
    }
    for (ComponentField field : ComponentField.values()) {
      slots[accessors.size() + field.position()] = field.of(described.component());
    }
    described.unknown().forEach((fact, why) -> forget(slots, accessors, fact, why));
    return new Observed(described, slots);
  }

  public Described described() {
    return described;
  }

  /** The value of a fact; empty where it is unknown or the kind has none of that name. */
  public Optional<Object> fact(String name) {
    Accessors accessors = Accessors.of(described.facts().getClass());
    return accessors.has(name)
        ? Optional.of(slots[accessors.position(name)]).filter(value -> !(value instanceof Unknown))
        : Optional.empty();
  }

  Object[] slots() {
    return slots;
  }

  /** Where its facts were seen; only asked where a test fails or stays open. */
  Sightings sightings() {
    Sightings known = sightings;
    if (known == null) {
      known = new Sightings(described.evidence());
      sightings = known;
    }
    return known;
  }

  /**
   * {@code fact}, {@code fact[element]}, {@code fact.part} or {@code fact[element].part} is
   * unknown; what it is not part of stays known.
   */
  private static void forget(Object[] slots, Accessors accessors, String fact, String why) {
    int end = end(fact);
    String name = fact.substring(0, end);
    if (name.equals("component")) {
      ComponentField.find(fact.substring(Math.min(fact.length(), end + 1)))
          .ifPresent(field -> slots[accessors.size() + field.position()] = unknown(fact, why));
      return;
    }
    if (accessors.has(name)) {
      int slot = accessors.position(name);
      slots[slot] = without(slots[slot], fact.substring(end), unknown(fact, why));
    }
  }

  /**
   * @param path what follows the value's own name: empty, {@code [element]}, {@code .part} or
   *     {@code [element].part}
   */
  private static Object without(Object value, String path, Unknown unknown) {
    if (path.startsWith(".")) {
      return Partial.without(value, path.substring(1), unknown);
    }
    // A key may hold brackets and dots itself; a part's name cannot.
    int close = path.lastIndexOf(']');
    if (!path.startsWith("[") || close < 0) {
      return value instanceof Unknown already ? already.and(unknown) : unknown;
    }
    return withoutElement(value, path.substring(1, close), path.substring(close + 1), unknown);
  }

  private static Object withoutElement(Object value, String key, String part, Unknown unknown) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      Object before = copy.get(key);
      copy.put(key, before == null ? unknown : withoutPart(before, part, unknown));
      return copy;
    }
    if (value instanceof Collection<?> collection && key.chars().allMatch(Character::isDigit)) {
      List<Object> copy = new ArrayList<>(collection);
      int index = key.length() > 9 || key.isEmpty() ? copy.size() : Integer.parseInt(key);
      if (index < copy.size()) {
        copy.set(index, withoutPart(copy.get(index), part, unknown));
        return copy;
      }
    }
    return value instanceof Unknown known ? known.and(unknown) : unknown;
  }

  private static Object withoutPart(Object element, String part, Unknown unknown) {
    if (part.isEmpty()) {
      return element instanceof Unknown already ? already.and(unknown) : unknown;
    }
    return without(element, part, unknown);
  }

  private static Unknown unknown(String fact, String why) {
    return Unknown.because(fact + " is unknown: " + why);
  }

  private static int end(String fact) {
    for (int i = 0; i < fact.length(); i++) {
      if (fact.charAt(i) == '[' || fact.charAt(i) == '.') {
        return i;
      }
    }
    return fact.length();
  }
}
