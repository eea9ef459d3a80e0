package dev.assay.compare.change.elf;

import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFunction;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where in an ELF file the functions are that its symbols name. */
final class FunctionPlaces {
  private final NavigableMap<Long, ElfFunction> byPlace = new TreeMap<>();
  private final Map<String, String> sizes = new TreeMap<>();

  FunctionPlaces(Elf elf) {
    List<ElfFunction> all = ElfFunction.of(elf);
    for (ElfFunction each : all) {
      byPlace.merge(each.at(), each, (first, other) -> first.size() > 0 ? first : other);
      sizes.merge(each.name(), each.size() + " bytes", (first, other) -> first + " | " + other);
    }
  }

  /** How long the code of each function is; of functions of one name, of each. */
  Map<String, String> sizes() {
    return sizes;
  }

  /** Which function holds a place in the file, and how far in: {@code main+0x5}; else empty. */
  String in(long at) {
    Map.Entry<Long, ElfFunction> before = byPlace.floorEntry(at);
    return before != null && at - before.getKey() < before.getValue().size()
        ? " in %s+0x%x".formatted(before.getValue().name(), at - before.getKey())
        : "";
  }
}
