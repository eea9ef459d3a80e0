package dev.assay.inspect.elf;

import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Symbol;
import dev.assay.model.Names;
import java.util.Optional;

/**
 * What an ELF file takes from others and gives to them.
 *
 * @param readable whether its tables could be read to their ends
 * @param imports names of the symbols it takes
 * @param exports names of the functions it gives
 * @param lookedUp texts that may be names of functions, if it takes functions by name at run time
 */
public record Linkage(boolean readable, Names imports, Names exports, Names lookedUp) {
  static Linkage of(Elf elf, ImportedCalls calls) {
    Names imports =
        Names.of(
            elf.dynamic().symbols().stream().filter(s -> !s.defined()).map(Symbol::name).toList());
    Names exports =
        Names.of(
            elf.dynamic().symbols().stream()
                .filter(symbol -> symbol.defined() && symbol.function())
                .map(Symbol::name)
                .toList());
    Optional<Names> texts =
        calls.family("lookup").isEmpty() ? Optional.of(Names.NONE) : RunTimeNames.of(elf);
    boolean complete =
        elf.problems().isEmpty() && (elf.dynamic().symbolsAreComplete()) && texts.isPresent();
    return new Linkage(complete, imports, exports, texts.orElse(Names.NONE));
  }
}
