package dev.assay.catalogue.expression;

import java.util.Arrays;

/**
 * What an expression reads while it runs.
 *
 * @param slots facts, then {@link ComponentField}s
 * @param variables of loops, by depth
 * @param origins where each variable's value comes from; empty text where unknown. Only kept while
 *     explaining.
 */
record Frame(Object[] slots, Object[] variables, String[] origins) {
  private static final Object[] NO_VARIABLES = {};
  private static final String[] NO_ORIGINS = {};

  static Frame of(Object[] slots, int variables) {
    return new Frame(slots, variables == 0 ? NO_VARIABLES : new Object[variables], NO_ORIGINS);
  }

  static Frame explaining(Object[] slots, int variables) {
    String[] origins = new String[variables];
    Arrays.fill(origins, "");
    return new Frame(slots, new Object[variables], origins);
  }
}
