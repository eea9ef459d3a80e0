package dev.assay.assess.flaw;

import dev.assay.feed.match.Functions;
import dev.assay.model.Code;
import dev.assay.model.WatchedFunctions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The functions of a component that is linked at run time.
 *
 * @param own programs and libraries of the component
 * @param all those of the product
 */
record Library(List<Code> own, List<Code> all) implements Functions {

  /**
   * Proven where the flawed library is a shared one of its own, the product holds who uses it, and
   * none of them, nor anything else, imports the functions or holds their names where it looks
   * functions up by name.
   */
  @Override
  public Optional<String> uncalled(List<String> entryPoints) {
    if (!WatchedFunctions.all().containsAll(entryPoints)) {
      return Optional.empty();
    }
    List<Code> giving =
        own.stream()
            .filter(code -> !code.soname().isEmpty())
            .filter(code -> entryPoints.stream().anyMatch(code.exports()::contains))
            .toList();
    List<Code> others = own.stream().filter(code -> !giving.contains(code)).toList();
    boolean separate =
        others.stream()
            .allMatch(
                code ->
                    giving.stream()
                        .anyMatch(library -> needs(code, library) || needs(library, code)));
    boolean used =
        all.stream()
            .filter(code -> !own.contains(code))
            .anyMatch(code -> giving.stream().anyMatch(library -> needs(code, library)));
    boolean called = all.stream().anyMatch(code -> entryPoints.stream().anyMatch(calls(code)));
    return !giving.isEmpty() && separate && used && !called
        ? Optional.of(
            "of the %d programs and libraries of the product none imports it or looks it up by name"
                .formatted(all.size()))
        : Optional.empty();
  }

  private static boolean needs(Code code, Code library) {
    return !library.soname().isEmpty() && code.needed().contains(library.soname());
  }

  private static Predicate<String> calls(Code code) {
    return name -> code.imports().contains(name) || code.lookedUp().contains(name);
  }

  /** A library that is linked as a whole holds all its functions. */
  @Override
  public Optional<String> absent(List<String> functions) {
    return Optional.empty();
  }
}
