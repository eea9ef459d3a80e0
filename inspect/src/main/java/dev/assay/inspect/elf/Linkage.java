package dev.assay.inspect.elf;

import static java.util.function.Predicate.not;

import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Symbol;
import dev.assay.model.WatchedFunctions;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which of the {@link WatchedFunctions} an ELF file takes from others and gives to them.
 *
 * @param readable whether its tables could be read to their ends
 * @param lookedUp those whose names it holds, if it takes functions by name at run time
 */
public record Linkage(
    boolean readable, Set<String> imports, Set<String> exports, Set<String> lookedUp) {
  /**
   * @param markers that occur in the file; a name may be the end of another text, where linkers put
   *     it
   */
  static Linkage of(Elf elf, ImportedCalls calls, Set<String> markers) {
    boolean looksUp = !calls.family("lookup").isEmpty();
    return new Linkage(
        elf.problems().isEmpty() && elf.dynamic().symbolsAreComplete(),
        watched(elf, not(Symbol::defined)),
        watched(elf, symbol -> symbol.defined() && symbol.function()),
        looksUp
            ? WatchedFunctions.all().stream()
                .filter(markers::contains)
                .collect(Collectors.toUnmodifiableSet())
            : Set.of());
  }

  private static Set<String> watched(Elf elf, Predicate<Symbol> wanted) {
    return elf.dynamic().symbols().stream()
        .filter(symbol -> WatchedFunctions.all().contains(symbol.name()) && wanted.test(symbol))
        .map(Symbol::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
