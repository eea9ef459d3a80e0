package dev.assay.inspect.android.code;

import dev.assay.formats.dex.Dex;
import dev.assay.inspect.android.code.AndroidCodeFacts.UsedLibrary;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds libraries at work. */
final class Libraries {
  private static final int LONGEST_PATH = 8;

  private final Program program;
  private final Reach reach;
  private final List<Library> known;
  private final Map<Program.Type, Optional<Library>> owners = new HashMap<>();

  Libraries(Program program, Reach reach, List<Library> known) {
    this.program = program;
    this.reach = reach;
    this.known = known;
  }

  Map<String, UsedLibrary> find(List<Dex> executables, List<String> names) {
    Map<String, Integer> reached = new HashMap<>();
    Map<String, Integer> working = new HashMap<>();
    for (int m = reach.methods().nextSetBit(0); m >= 0; m = reach.methods().nextSetBit(m + 1)) {
      Program.Type type = program.ownerOf(program.definedReference.get(m));
      Optional<Library> owner = owner(type);
      if (owner.isPresent()) {
        reached.merge(owner.get().id(), 1, Integer::sum);
        if (!working.containsKey(owner.get().id()) && leaves(m, owner.get())) {
          working.put(owner.get().id(), m);
        }
      }
    }
    Map<String, UsedLibrary> found = new TreeMap<>();
    for (Library library : known) {
      Integer method = working.get(library.id());
      if (method != null) {
        found.put(
            library.id(),
            new UsedLibrary(
                library.name(),
                library.owner(),
                library.kind(),
                reached.getOrDefault(library.id(), 0),
                reach.path(method, LONGEST_PATH).stream().map(program::shown).toList(),
                Sites.first(program, executables, names, method)));
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private Optional<Library> owner(Program.Type type) {
    return owners.computeIfAbsent(
        type,
        key -> {
          String name = key.name();
          return known.stream()
              .filter(library -> library.has(name))
              .max(Comparator.comparing(library -> library.fit(name)));
        });
  }

  /** Whether it calls something that is neither of the library nor of the language. */
  private boolean leaves(int method, Library library) {
    for (int i = program.firstEdge.get(method); i < program.lastEdge(method); i++) {
      int edge = program.edges.get(i);
      int kind = Program.kind(edge);
      if (kind != Program.NEW && kind != Program.TOUCH) {
        String owner = program.ownerOf(Program.number(edge)).descriptor;
        if (!owner.startsWith("Ljava/lang/")
            && !owner.startsWith("Lkotlin/")
            && !owner.startsWith("[")
            && !library.has(program.ownerOf(Program.number(edge)).name())) {
          return true;
        }
      }
    }
    return false;
  }
}
