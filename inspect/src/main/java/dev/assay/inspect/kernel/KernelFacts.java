package dev.assay.inspect.kernel;

import java.util.List;
import java.util.Map;

/**
 * One kernel, by release.
 *
 * @param release {@code 6.1.0-47-marvell}
 * @param banner the line it prints first; empty where no kernel image was found
 * @param compiler from the banner
 * @param architecture Linux's name for it as the configuration tells: {@code x86}, {@code arm64} …;
 *     empty if not known
 * @param config options by name: {@code y}, {@code m}, {@code n} (recorded as not set), or a value
 *     without quotes
 * @param configWhole whether the configuration was seen to its end: only then is an option that it
 *     does not name off; unknown where the end is missing
 * @param configEmbedded whether the running kernel shows its configuration (IKCONFIG)
 * @param modules names of its modules in the product
 * @param unsignedModules those without a signature
 */
public record KernelFacts(
    String release,
    String banner,
    String compiler,
    String architecture,
    Map<String, String> config,
    boolean configWhole,
    boolean configEmbedded,
    List<String> modules,
    List<String> unsignedModules) {}
