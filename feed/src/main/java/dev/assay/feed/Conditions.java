package dev.assay.feed;

import java.util.List;

/**
 * Under what circumstances a flaw can matter at all; an empty list demands nothing.
 *
 * @param platforms operating systems or hardware of which one must be there, as {@code
 *     o:microsoft:windows}
 * @param functions the functions that hold the flaw, as the advisory names them; of a Go module
 *     with the path of their package, {@code net/http#Client.Do}, where {@code net/http#*} is all
 *     of it
 * @param entryPoints all functions of a library's interface through which the flaw can be reached:
 *     whoever calls none of them does not run the flawed code. Empty where they are not known; that
 *     a function holds the flaw does not tell who else calls it.
 * @param kernelOptions kernel configuration symbols without which the flawed code is not built, as
 *     {@code CONFIG_NF_TABLES}
 * @param modules kernel modules that hold the flawed code, as {@code nf_tables}
 */
public record Conditions(
    List<String> platforms,
    List<String> functions,
    List<String> entryPoints,
    List<String> kernelOptions,
    List<String> modules) {
  public static final Conditions NONE =
      new Conditions(List.of(), List.of(), List.of(), List.of(), List.of());

  /** In those parts of a kernel only. */
  public static Conditions ofKernel(List<String> options, List<String> modules) {
    return new Conditions(List.of(), List.of(), List.of(), options, modules);
  }

  /** Through those functions of a library only. */
  public static Conditions ofLibrary(List<String> entryPoints) {
    return new Conditions(List.of(), List.of(), entryPoints, List.of(), List.of());
  }

  public Conditions {
    platforms = platforms.stream().sorted().distinct().toList();
    functions = functions.stream().sorted().distinct().toList();
    entryPoints = entryPoints.stream().sorted().distinct().toList();
    kernelOptions = kernelOptions.stream().sorted().distinct().toList();
    modules = modules.stream().sorted().distinct().toList();
  }
}
