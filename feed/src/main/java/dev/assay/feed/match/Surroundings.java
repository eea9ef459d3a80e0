package dev.assay.feed.match;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of where a component runs; what is empty is unknown and rules nothing out.
 *
 * @param kernelConfig the kernel's configuration, {@code CONFIG_NF_TABLES} → {@code y}, {@code m};
 *     symbols that are off may be missing
 * @param kernelModules names of all modules the product holds, as {@code nf_tables}
 * @param symbolsUsed every function that anything in the product takes from the component
 */
public record Surroundings(
    Optional<Map<String, String>> kernelConfig,
    Optional<Set<String>> kernelModules,
    Optional<Set<String>> symbolsUsed) {
  public static final Surroundings UNKNOWN =
      new Surroundings(Optional.empty(), Optional.empty(), Optional.empty());

  /** A kernel with its configuration and the modules beside it. */
  public static Surroundings ofKernel(Map<String, String> config, Set<String> modules) {
    return new Surroundings(Optional.of(config), Optional.of(modules), Optional.empty());
  }

  /** A library and all that is used of it. */
  public static Surroundings ofLibrary(Set<String> symbolsUsed) {
    return new Surroundings(Optional.empty(), Optional.empty(), Optional.of(symbolsUsed));
  }
}
