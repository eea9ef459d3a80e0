package dev.assay.feed.match;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of where a component runs; what is empty is unknown and rules nothing out.
 *
 * @param kernelConfig the kernel's configuration
 * @param kernelModules names of all modules the product holds, as {@code nf_tables}
 * @param functions of the component: which are there, which are called
 */
public record Surroundings(
    Optional<KernelOptions> kernelConfig,
    Optional<Set<String>> kernelModules,
    Functions functions) {
  public static final Surroundings UNKNOWN =
      new Surroundings(Optional.empty(), Optional.empty(), Functions.UNKNOWN);

  /** A kernel with its configuration and the modules beside it. */
  public static Surroundings ofKernel(KernelOptions config, Set<String> modules) {
    return new Surroundings(Optional.of(config), Optional.of(modules), Functions.UNKNOWN);
  }

  /** The same, with what is known of the component's functions. */
  public Surroundings with(Functions known) {
    return new Surroundings(kernelConfig, kernelModules, known);
  }
}
