package dev.assay.inspect.elf;

import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfDynamic;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.Segment;
import dev.assay.formats.elf.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the header fields, table entries and symbols that an ELF file's facts were read off, and
 * the tables in which something is missing (System V gABI, chapters 4 and 5).
 */
final class ElfPlaces {
  private static final long TYPE_AT = 16;

  private final Elf elf;
  private final ElfDynamic dynamic;
  private final ElfFacts facts;
  private final List<ElfPlace> places = new ArrayList<>();

  private ElfPlaces(Elf elf, ElfFacts facts) {
    this.elf = elf;
    this.dynamic = elf.dynamic();
    this.facts = facts;
  }

  static List<ElfPlace> of(Elf elf, ElfFacts facts) {
    ElfPlaces found = new ElfPlaces(elf, facts);
    found.loading();
    found.stack();
    found.linking();
    found.searchPaths();
    found.imports();
    found.canary();
    found.debugInfo();
    found.places.addAll(GoCalls.places(elf, facts.goCalls()));
    return List.copyOf(found.places);
  }

  private void add(String fact, long offset, String seen) {
    places.add(new ElfPlace(fact, offset, seen));
  }

  private void loading() {
    add("pie", TYPE_AT, "e_type " + (elf.type() == Elf.EXECUTABLE ? "ET_EXEC" : "ET_DYN"));
    for (Segment segment : elf.segments()) {
      if (segment.type() == Segment.LOAD && segment.isExecutable() && segment.isWritable()) {
        add("writableCode", segment.headerAt(), "PT_LOAD with flags " + segment.access());
      }
    }
  }

  private void stack() {
    header("executableStack", Segment.GNU_STACK, "PT_GNU_STACK");
    header("stackMarked", Segment.GNU_STACK, "PT_GNU_STACK");
  }

  private void linking() {
    header("relro", Segment.GNU_RELRO, "PT_GNU_RELRO");
    for (String fact : List.of("relro", "bindNow")) {
      Optional<DynamicEntry> now = entry(DynamicEntry.BIND_NOW);
      if (now.isEmpty() && facts.bindNow()) {
        now = entry(DynamicEntry.FLAGS).or(() -> entry(DynamicEntry.FLAGS_1));
      }
      now.ifPresentOrElse(
          entry -> add(fact, entry.at(), "all symbols are bound at start"),
          () -> missing(fact, "neither DT_BIND_NOW nor its flags"));
    }
    if (facts.textRelocations()) {
      entry(DynamicEntry.TEXTREL)
          .or(() -> entry(DynamicEntry.FLAGS))
          .ifPresent(entry -> add("textRelocations", entry.at(), "DT_TEXTREL"));
    }
  }

  /** The first program header of a type, or the table that has none. */
  private void header(String fact, long type, String name) {
    elf.segment(type)
        .ifPresentOrElse(
            segment -> add(fact, segment.headerAt(), name + " with flags " + segment.access()),
            () ->
                elf.segments().stream()
                    .findFirst()
                    .ifPresent(
                        first ->
                            add(
                                fact,
                                first.headerAt(),
                                "no " + name + " in " + elf.segments().size() + " headers")));
  }

  private void missing(String fact, String what) {
    elf.segment(Segment.DYNAMIC)
        .ifPresent(segment -> add(fact, segment.offset(), what + " among the dynamic entries"));
  }

  private Optional<DynamicEntry> entry(long tag) {
    return dynamic.entries().stream().filter(entry -> entry.tag() == tag).findFirst();
  }

  private void searchPaths() {
    for (DynamicEntry entry : dynamic.entries()) {
      boolean old = entry.tag() == DynamicEntry.RPATH;
      if (old || entry.tag() == DynamicEntry.RUNPATH) {
        String seen = (old ? "DT_RPATH " : "DT_RUNPATH ") + dynamic.string(entry).orElse("");
        add("searchPath", entry.at(), seen);
        add("insecureSearchPath", entry.at(), seen);
      }
    }
  }

  /** The symbol table entries of the functions that the facts name. */
  private void imports() {
    Map<String, String> factOf = new HashMap<>();
    Map<String, List<String>> named =
        Map.of(
            "unboundedCopies", facts.unboundedCopies(),
            "commandCalls", facts.commandCalls(),
            "temporaryNames", facts.temporaryNames(),
            "weakRandom", facts.weakRandom(),
            "weakCryptography", facts.weakCryptography(),
            "networkCalls", facts.networkCalls(),
            "privilegeCalls", facts.privilegeCalls(),
            "sandboxCalls", facts.sandboxCalls(),
            "fortified", facts.fortified());
    named.forEach(
        (fact, functions) -> {
          for (int i = 0; i < functions.size(); i++) {
            factOf.put(functions.get(i), fact + "[" + i + "]");
          }
        });
    for (Symbol symbol : dynamic.symbols()) {
      String fact = symbol.defined() ? null : factOf.remove(symbol.name());
      if (fact != null) {
        add(fact, symbol.at(), "imports " + symbol.name());
      }
    }
    if (facts.fortified().isEmpty()) {
      noImport("fortified", "no function with a check of sizes (*_chk)");
    }
  }

  private void canary() {
    Optional<Symbol> check =
        dynamic.symbols().stream().filter(each -> ImportedCalls.isCanary(each.name())).findFirst();
    if (check.isPresent()) {
      add("canary", check.get().at(), "symbol " + check.get().name());
    } else if (!facts.canary()) {
      noImport("canary", "no __stack_chk_fail");
    }
  }

  private void noImport(String fact, String what) {
    dynamic.symbols().stream()
        .findFirst()
        .ifPresent(
            first ->
                add(
                    fact,
                    first.at(),
                    what + " among " + dynamic.symbols().size() + " dynamic symbols"));
  }

  private void debugInfo() {
    for (Section section : elf.sections()) {
      if (section.name().equals(".debug_info") || section.name().equals(".zdebug_info")) {
        add("debugInfo", section.headerAt(), "section " + section.name());
      }
    }
  }
}
