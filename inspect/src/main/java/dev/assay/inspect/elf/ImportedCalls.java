package dev.assay.inspect.elf;

import dev.assay.formats.elf.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The dynamic symbols of one file, sorted by what they mean. */
final class ImportedCalls {
  /** What OCaml's compiler gives each program, and what its runtime imports for all of them. */
  private static final String OCAML = "caml_startup__code_begin";

  private static final Set<String> BY_OCAML = Set.of("system");

  private final Map<String, Set<String>> families = new TreeMap<>();
  private final Set<String> imported = new HashSet<>();
  private boolean canary;
  private boolean cfi;
  private boolean rust;
  private boolean cPlusPlus;
  private boolean ocaml;
  private int exports;

  private ImportedCalls() {}

  static ImportedCalls of(List<Symbol> symbols) {
    ImportedCalls calls = new ImportedCalls();
    symbols.forEach(calls::add);
    return calls;
  }

  private void add(Symbol symbol) {
    String name = symbol.name();
    if (isCanary(name)) {
      canary = true;
    } else if (name.startsWith("__cfi_")) {
      cfi = true;
    } else if (name.startsWith("rust_")
        || name.startsWith("_ZN4core")
        || name.startsWith("__rust")) {
      rust = true;
    } else if (name.startsWith("_Z")) {
      cPlusPlus = true;
    }
    if (symbol.defined()) {
      exports += symbol.function() ? 1 : 0;
      ocaml |= name.equals(OCAML);
      return;
    }
    imported.add(name);
    String family = CallFamilies.of(name);
    if (!family.isEmpty()) {
      families.computeIfAbsent(family, k -> new TreeSet<>()).add(name);
    }
  }

  /** Whether a function of that name is what a stack canary that has changed leads to. */
  static boolean isCanary(String name) {
    return name.startsWith("__stack_chk_") || name.equals("__stack_smash_handler");
  }

  boolean canary() {
    return canary;
  }

  boolean cfi() {
    return cfi;
  }

  boolean rust() {
    return rust;
  }

  boolean cPlusPlus() {
    return cPlusPlus;
  }

  boolean ocaml() {
    return ocaml;
  }

  /** Whether it imports a function of C that formats or prints text. */
  boolean formatsText() {
    return imported.stream().anyMatch(name -> name.endsWith("printf") || name.equals("puts"));
  }

  int imports() {
    return imported.size();
  }

  int exports() {
    return exports;
  }

  /** Those of a family that the program itself may call, in order. */
  List<String> family(String name) {
    return families.getOrDefault(name, Set.of()).stream()
        .filter(call -> !ocaml || !BY_OCAML.contains(call))
        .toList();
  }

  /** Checked functions of glibc's FORTIFY_SOURCE. */
  List<String> fortified() {
    return imported.stream().filter(ImportedCalls::isChecked).sorted().toList();
  }

  /** Functions used without the check that FORTIFY_SOURCE would give them. */
  List<String> fortifiable() {
    return imported.stream().filter(Fortifiable.FUNCTIONS::contains).sorted().toList();
  }

  private static boolean isChecked(String name) {
    return name.startsWith("__") && name.endsWith("_chk") && !name.equals("__stack_chk");
  }

  /**
   * Functions that glibc replaces under FORTIFY_SOURCE when it can see the size of the target
   * (feature_test_macros(7)).
   */
  private static final class Fortifiable {
    private static final Set<String> FUNCTIONS =
        Set.of(
            "memcpy",
            "memmove",
            "memset",
            "mempcpy",
            "stpcpy",
            "strcpy",
            "strncpy",
            "strcat",
            "strncat",
            "sprintf",
            "snprintf",
            "vsprintf",
            "vsnprintf",
            "gets",
            "fgets",
            "read",
            "pread",
            "recv",
            "recvfrom",
            "readlink",
            "getcwd",
            "realpath",
            "wcscpy",
            "wcsncpy",
            "fread",
            "printf",
            "fprintf",
            "vprintf",
            "vfprintf",
            "syslog",
            "vsyslog");
  }
}
