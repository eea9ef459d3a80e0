package dev.assay.feed;

import java.util.List;

/**
 * Under what circumstances a flaw can matter at all; an empty list demands nothing.
 *
 * @param platforms operating systems or hardware of which one must be there, as {@code
 *     o:microsoft:windows}
 * @param functions the functions that hold the flaw, as the advisory names them
 * @param kernelOptions kernel configuration symbols without which the flawed code is not built, as
 *     {@code CONFIG_NF_TABLES}
 * @param modules kernel modules that hold the flawed code, as {@code nf_tables}
 */
public record Conditions(
    List<String> platforms,
    List<String> functions,
    List<String> kernelOptions,
    List<String> modules) {
  public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of(), List.of());

  public Conditions {
    platforms = platforms.stream().sorted().distinct().toList();
    functions = functions.stream().sorted().distinct().toList();
    kernelOptions = kernelOptions.stream().sorted().distinct().toList();
    modules = modules.stream().sorted().distinct().toList();
  }
}
