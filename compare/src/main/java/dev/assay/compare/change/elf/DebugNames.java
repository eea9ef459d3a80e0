package dev.assay.compare.change.elf;

import dev.assay.formats.Malformed;
import dev.assay.formats.dwarf.Attribute;
import dev.assay.formats.dwarf.Budget;
import dev.assay.formats.dwarf.Entry;
import dev.assay.formats.dwarf.Names;
import dev.assay.formats.dwarf.Unit;
import dev.assay.formats.dwarf.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What entries of debugging information are called, wherever in their section they are: by their
 * name, else by that of the entry they complete, else, of types, by what they are made of.
 */
final class DebugNames {
  private static final int DEEPEST = 12;
  private static final int LONGEST = 200;
  private static final int MOST = 1 << 18;

  /** Tags of types that are made of one other. */
  private static final Map<Integer, String> MADE =
      Map.of(
          0x01, "%s[]",
          0x0F, "%s *",
          0x10, "%s &",
          0x15, "%s ()",
          0x1F, "%s ::*",
          0x26, "const %s",
          0x35, "volatile %s",
          0x37, "restrict %s",
          0x42, "%s &&",
          0x47, "_Atomic %s");

  private final NavigableMap<Long, Unit> units = new TreeMap<>();
  private final Map<Long, String> known = new HashMap<>();
  private final Budget budget;

  DebugNames(List<Unit> units, Budget budget) {
    this.budget = budget;
    units.forEach(unit -> this.units.put(unit.at(), unit));
  }

  /** Empty where it has no name. */
  String of(long at) {
    return of(at, 0);
  }

  /** The name, else what it is. */
  String shown(long at) {
    String name = of(at);
    if (!name.isEmpty()) {
      return name;
    }
    try {
      return entry(at).map(each -> Names.TAG.of(each.tag())).orElse("no entry");
    } catch (Malformed damaged) {
      return "no entry";
    }
  }

  private Optional<Unit> unit(long at) {
    return Optional.ofNullable(units.floorEntry(at)).map(Map.Entry::getValue);
  }

  private Optional<Entry> entry(long at) {
    return unit(at).flatMap(each -> each.entryAt(at));
  }

  private String of(long at, int depth) {
    String name = known.get(at);
    if (name != null) {
      return name;
    }
    if (depth > DEEPEST || known.size() >= MOST) {
      return "…";
    }
    String found;
    try {
      found =
          unit(at)
              .flatMap(unit -> unit.entryAt(at).map(each -> name(unit, each, depth)))
              .orElse("");
    } catch (Malformed damaged) {
      if (Budget.isSpentBy(damaged)) {
        throw damaged;
      }
      found = "";
    }
    String shortened = found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "…";
    known.put(at, shortened);
    return shortened;
  }

  private String name(Unit unit, Entry entry, int depth) {
    String made = MADE.get(entry.tag());
    String linkage = "";
    long whole = -1;
    long type = -1;
    for (Attribute each : unit.attributes(entry, budget)) {
      switch (each.name()) {
        case Attribute.NAME -> {
          return text(unit, each.value());
        }
        case Attribute.LINKAGE_NAME, Attribute.MIPS_LINKAGE_NAME ->
            linkage = text(unit, each.value());
        case Attribute.ABSTRACT_ORIGIN, Attribute.SPECIFICATION ->
            whole = each.value() instanceof Value.Reference other ? other.at() : whole;
        case Attribute.TYPE ->
            type = each.value() instanceof Value.Reference other ? other.at() : type;
        default -> {}
      }
    }
    if (!linkage.isEmpty()) {
      return linkage;
    }
    if (whole >= 0) {
      return of(whole, depth + 1);
    }
    return made == null ? "" : made.formatted(type < 0 ? "void" : shown(type, depth + 1));
  }

  private String shown(long at, int depth) {
    String name = of(at, depth);
    return name.isEmpty()
        ? entry(at).map(each -> Names.TAG.of(each.tag())).orElse("no entry")
        : name;
  }

  private static String text(Unit unit, Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.TextIndex index -> unit.text(index);
      default -> "";
    };
  }
}
