package dev.assay.feed.match;

import java.util.Map;

/**
 * How a kernel is configured.
 *
 * @param values {@code CONFIG_NF_TABLES} → {@code y}, {@code m}, {@code n} (recorded as not set)
 * @param whole whether an option without a value is off; not so where only a part was seen
 */
public record KernelOptions(Map<String, String> values, boolean whole) {
  public KernelOptions {
    values = Map.copyOf(values);
  }

  /** Whether it is proven that the option is off. */
  boolean off(String option) {
    return values.getOrDefault(option, whole ? "n" : "").equals("n");
  }

  /** Whether it is proven that the option gives a module, or nothing. */
  boolean notBuiltIn(String option) {
    return off(option) || values.getOrDefault(option, "").equals("m");
  }
}
