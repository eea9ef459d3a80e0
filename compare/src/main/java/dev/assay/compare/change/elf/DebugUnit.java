package dev.assay.compare.change.elf;

import dev.assay.formats.dwarf.Attribute;
import dev.assay.formats.dwarf.Budget;
import dev.assay.formats.dwarf.Entry;
import dev.assay.formats.dwarf.Names;
import dev.assay.formats.dwarf.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tree of entries of a unit, each by its number.
 *
 * @param entries each behind the one it is nested in
 */
record DebugUnit(
    Unit unit, List<Entry> entries, DebugNames names, DebugValues values, Budget budget) {
  static DebugUnit of(Unit unit, DebugNames names, DebugValues values, Budget budget) {
    return new DebugUnit(unit, unit.entries(budget), names, values, budget);
  }

  /** The entries that are nested in one. */
  List<Integer> nested(int in) {
    List<Integer> found = new ArrayList<>();
    int depth = entries.get(in).depth();
    for (int i = in + 1; i < entries.size() && entries.get(i).depth() > depth; i++) {
      if (entries.get(i).depth() == depth + 1) {
        found.add(i);
      }
    }
    return found;
  }

  /** What an entry is and is called. */
  String label(int number) {
    Entry entry = entries.get(number);
    String name = names.of(entry.at());
    String tag = Names.TAG.of(entry.tag());
    return name.isEmpty() ? tag : tag + " " + name;
  }

  int tag(int number) {
    return entries.get(number).tag();
  }

  /** What an entry says, by the names of its attributes. */
  Map<String, String> attributes(int number) {
    Map<String, String> found = new TreeMap<>();
    for (Attribute each : unit.attributes(entries.get(number), budget)) {
      values.of(each).ifPresent(text -> found.putIfAbsent(Names.AT.of(each.name()), text));
    }
    return found;
  }

  /** What an entry says, and how much is nested in it. */
  String text(int number) {
    List<String> found = new ArrayList<>();
    attributes(number).forEach((name, value) -> found.add(name + " " + value));
    int depth = entries.get(number).depth();
    int in = 0;
    while (number + in + 1 < entries.size() && entries.get(number + in + 1).depth() > depth) {
      in++;
    }
    if (in > 0) {
      found.add(in + " entries in it");
    }
    return found.isEmpty() ? "without attributes" : String.join(", ", found);
  }
}
