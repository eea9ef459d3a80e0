package dev.assay.compare;

import java.util.Optional;

/**
 * One thing in which two sides differ.
 *
 * @param what place or property: {@code mode}, {@code section .text}, {@code key Port}
 * @param before on the left; empty where it has none
 * @param after on the right; empty where it has none
 * @param equivalence what it is where builds may leave it different; else it is a change
 */
public record Aspect(String what, String before, String after, Optional<Equivalence> equivalence) {
  public static Aspect change(String what, String before, String after) {
    return new Aspect(what, before, after, Optional.empty());
  }

  public static Aspect same(Equivalence kind, String what, String before, String after) {
    return new Aspect(what, before, after, Optional.of(kind));
  }
}
