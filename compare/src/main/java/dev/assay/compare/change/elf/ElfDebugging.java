package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Inflated;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.dwarf.Attribute;
import dev.assay.formats.dwarf.Budget;
import dev.assay.formats.dwarf.DebugSections;
import dev.assay.formats.dwarf.LineTable;
import dev.assay.formats.dwarf.Unit;
import dev.assay.formats.dwarf.Value;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What two ELF files say to debuggers (DWARF 2 to 5): entries and lines, unit by unit. */
final class ElfDebugging {
  /** Bytes of sections that are read of each side. */
  private static final int MAX = 32 << 20;

  private static final long MOST_ABBREVIATIONS = 1_000_000;
  private static final long MOST_ENTRIES = 6_000_000;
  private static final long MOST_ROWS = 200_000;
  private static final List<String> SECTIONS = List.of("info", "types", "info.dwo", "types.dwo");

  /** One file. */
  private static final class Side {
    private final ElfSpace space;
    private final DebugSections sections;
    private final Budget abbreviations = new Budget(MOST_ABBREVIATIONS);
    private final Budget entries = new Budget(MOST_ENTRIES);
    private final Budget rows = new Budget(MOST_ROWS);

    Side(Elf elf, ElfSpace space) {
      this.space = space;
      RelocatedBytes bytes = new RelocatedBytes(elf, space);
      this.sections =
          new DebugSections(
              elf.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
              name ->
                  elf.section(".debug_" + name)
                      .map(bytes::of)
                      .or(() -> elf.section(".zdebug_" + name).map(each -> old(elf, each)))
                      .orElse(Bytes.of(new byte[0])),
              MAX);
    }

    /** As GNU compressed sections before there was SHF_COMPRESSED: ZLIB, the size, a stream. */
    private static Bytes old(Elf elf, Section section) {
      Bytes stored = new ElfBytes(elf).of(section);
      return stored.has(0, "ZLIB") && stored.size() > 12
          ? Bytes.of(Inflated.of(stored.from(12), false, MAX))
          : Bytes.of(new byte[0]);
    }

    Optional<LineTable> lines(Unit unit) {
      try {
        return unit.own(Attribute.STATEMENTS)
            .filter(Value.Offset.class::isInstance)
            .map(Value.Offset.class::cast)
            .map(at -> LineTable.read(sections, unit, at.offset(), rows));
      } catch (Malformed damaged) {
        return Optional.empty();
      }
    }
  }

  private final Side left;
  private final Side right;
  private final int most;
  private final List<Aspect> into;

  /** What was told before, and what was not since it was too much. */
  private int start;

  private int more;

  private ElfDebugging(Side left, Side right, int most, List<Aspect> into) {
    this.left = left;
    this.right = right;
    this.most = most;
    this.into = into;
  }

  static void between(
      Elf before, ElfSpace space, Elf after, ElfSpace other, int most, List<Aspect> into) {
    ElfDebugging changes =
        new ElfDebugging(new Side(before, space), new Side(after, other), most, into);
    SECTIONS.forEach(changes::section);
  }

  private void section(String name) {
    Unit.Result before = Unit.all(left.sections, name, left.abbreviations);
    Unit.Result after = Unit.all(right.sections, name, right.abbreviations);
    if (before.units().isEmpty() && after.units().isEmpty()) {
      return;
    }
    damage(name, before.damage(), after.damage());
    DebugNames names = new DebugNames(before.units(), left.entries);
    DebugNames others = new DebugNames(after.units(), right.entries);
    Map<String, Unit> ones = named(before.units());
    Map<String, Unit> twos = named(after.units());
    pairUp(ones, twos);
    start = into.size();
    more = 0;
    for (Map.Entry<String, Unit> each : ones.entrySet()) {
      Unit other = twos.remove(each.getKey());
      if (other == null) {
        tell("debug unit " + each.getKey(), head(each.getValue()), "");
      } else if (!pair(each.getKey(), each.getValue(), names, other, others)) {
        into.add(Aspect.change("debug units from " + each.getKey() + " on", "", "not taken apart"));
        return;
      }
    }
    twos.forEach((unit, of) -> tell("debug unit " + unit, "", head(of)));
    Sets.more("debug entry", more, into);
  }

  private int room() {
    return Math.max(0, most - (into.size() - start));
  }

  private void tell(String what, String before, String after) {
    if (room() > 0) {
      into.add(Aspect.change(what, before, after));
    } else {
      more++;
    }
  }

  private void damage(String section, String before, String after) {
    if (!before.isEmpty() || !after.isEmpty()) {
      into.add(Aspect.change(".debug_" + section + " is not read to its end", before, after));
    }
  }

  /** By the name of the file it was compiled from, without folders; several have numbers. */
  private static Map<String, Unit> named(List<Unit> units) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Unit> found = new LinkedHashMap<>();
    for (Unit unit : units) {
      String path = unit.own(Attribute.NAME).map(value -> text(unit, value)).orElse("");
      String name = path.substring(path.lastIndexOf('/') + 1);
      String label =
          unit.signature() != 0 && name.isEmpty()
              ? "type 0x%016x".formatted(unit.signature())
              : name.isEmpty() ? "(nameless)" : name;
      int number = seen.merge(label, 1, Integer::sum);
      found.put(number == 1 ? label : label + "[" + number + "]", unit);
    }
    return found;
  }

  private static String text(Unit unit, Value value) {
    try {
      return switch (value) {
        case Value.Text text -> text.text();
        case Value.TextIndex index -> unit.text(index);
        default -> "";
      };
    } catch (Malformed damaged) {
      return "";
    }
  }

  /** The only one of each side is the same, whatever it is called. */
  private static void pairUp(Map<String, Unit> left, Map<String, Unit> right) {
    if (left.size() == 1 && right.size() == 1) {
      String name = left.keySet().iterator().next();
      Unit other = right.values().iterator().next();
      right.clear();
      right.put(name, other);
    }
  }

  private static String head(Unit unit) {
    return "DWARF %d, kind %d, addresses of %d bytes, offsets of %d bytes"
        .formatted(unit.version(), unit.kind(), unit.addressSize(), unit.offsetSize());
  }

  /** False where there was too much to be read. */
  private boolean pair(String name, Unit one, DebugNames names, Unit other, DebugNames others) {
    if (!head(one).equals(head(other))) {
      tell("debug unit " + name, head(one), head(other));
    }
    Optional<LineTable> lines = left.lines(one);
    Optional<LineTable> changed = right.lines(other);
    try {
      DebugValues values = new DebugValues(one, names, left.space, lines, left.rows);
      DebugValues theirs = new DebugValues(other, others, right.space, changed, right.rows);
      int room = room();
      DebugTrees trees =
          new DebugTrees(
              DebugUnit.of(one, names, values, left.entries),
              DebugUnit.of(other, others, theirs, right.entries),
              name,
              room,
              into);
      more += Math.max(0, trees.tell() - room);
    } catch (Malformed damaged) {
      if (Budget.isSpentBy(damaged)) {
        return false;
      }
      tell("debug unit " + name, "", damaged.problem().message());
    }
    if (lines.isPresent() && changed.isPresent() && room() > 0) {
      DebugLines.between(name, lines.get(), left.space, changed.get(), right.space, room(), into);
    }
    return !left.rows.isSpent() && !right.rows.isSpent();
  }
}
