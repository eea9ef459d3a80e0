package dev.assay.inspect.identity;

import dev.assay.formats.Block;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Symbol;
import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Variables of 32 bits that the libraries of a product export and that hold its version: a row of
 * {@code version-variables.tsv}, whose head says what the columns are.
 *
 * @param libraries their sonames up to {@code .so}
 * @param names of the variables, one for each number; or of the one that holds them all
 * @param weights what a step of each number adds to that one; empty where each has its own
 * @param controls what proves the row
 */
record VersionVariables(
    String product,
    List<String> libraries,
    List<String> names,
    List<Long> weights,
    VersionControls controls) {
  private static final int SIZE = 4;

  private static final List<VersionVariables> ALL =
      ProgramFile.rows(VersionVariables.class, "version-variables.tsv").stream()
          .map(VersionVariables::of)
          .toList();

  static List<VersionVariables> all() {
    return ALL;
  }

  /** Those of a library, in the order of the table. */
  static List<VersionVariables> ofSoname(String soname) {
    String library = Products.stem(soname);
    return ALL.stream().filter(each -> each.libraries().contains(library)).toList();
  }

  private static VersionVariables of(List<String> row) {
    return new VersionVariables(
        row.get(0),
        List.of(row.get(1).split(" ")),
        List.of(row.get(2).split(" ")),
        row.get(3).equals("-")
            ? List.of()
            : List.of(row.get(3).split(" ")).stream().map(Long::decode).toList(),
        VersionControls.of(row));
  }

  /** The version that a library's variables hold; nothing where one is not in its file. */
  Optional<LoneVersion> version(Elf elf) {
    List<Long> values = new ArrayList<>();
    long at = 0;
    for (String name : names) {
      List<Symbol> symbols =
          elf.dynamic().symbols().stream()
              .filter(each -> each.defined() && !each.function() && each.name().equals(name))
              .toList();
      at = symbols.size() == 1 ? elf.offsetOf(symbols.getFirst().address()) : -1;
      if (at < 0 || at > elf.content().size() - SIZE) {
        return Optional.empty();
      }
      Block value = elf.content().block(at, SIZE);
      values.add(elf.isLittleEndian() ? value.u32le(0) : value.u32be(0));
    }
    long where = at;
    return VersionNumbers.version(
            weights.isEmpty() ? values : VersionNumbers.parts(values.getFirst(), weights))
        .map(
            version ->
                new LoneVersion(
                    product, version, where, String.join(", ", names) + " hold " + version));
  }
}
