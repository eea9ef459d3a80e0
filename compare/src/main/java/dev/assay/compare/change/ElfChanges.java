package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.compare.ByteRanges;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sections, dynamic symbols and entries, and strings of ELF files. */
final class ElfChanges implements Change {
  private static final int MAX = 128 << 20;

  /** SHF_EXECINSTR. */
  private static final long EXECUTED = 4;

  private static final int MAX_STRINGS = 4 << 20;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return Elf.isAt(left) && Elf.isAt(right) && left.size() <= MAX && right.size() <= MAX;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    Elf before = Elf.read(left);
    Elf after = Elf.read(right);
    List<Aspect> found = new ArrayList<>();
    Sets.values("header", header(before), header(after), most, found);
    Sets.values("section", sections(before), sections(after), most, found);
    places(before, after, most, found);
    Sets.members(
        "needed library",
        before.dynamic().strings(DynamicEntry.NEEDED),
        after.dynamic().strings(DynamicEntry.NEEDED),
        most,
        found);
    Sets.members("run path", paths(before), paths(after), most, found);
    Sets.members("symbol", symbols(before), symbols(after), most, found);
    Sets.members("string", strings(before), strings(after), most, found);
    if (found.isEmpty()) {
      found.add(Aspect.change("bytes outside sections", "", ""));
    }
    return found;
  }

  private static Map<String, String> header(Elf elf) {
    return Map.of(
        "type",
        String.valueOf(elf.type()),
        "machine",
        String.valueOf(elf.machine()),
        "flags",
        "0x" + Long.toHexString(elf.flags()),
        "entries",
        elf.segments().size() + " segments, " + elf.sections().size() + " sections");
  }

  private static Map<String, String> sections(Elf elf) {
    Map<String, String> found = new TreeMap<>();
    for (Section section : elf.sections()) {
      if (!section.name().isEmpty()) {
        found.merge(section.name(), print(elf, section), (first, second) -> first + " | " + second);
      }
    }
    return found;
  }

  private static String print(Elf elf, Section section) {
    String flags = section.flags() == 0 ? "" : ", flags " + section.flags();
    if (section.type() == Section.NO_BITS || !isInside(elf, section)) {
      return section.size() + " bytes" + flags;
    }
    return section.size()
        + " bytes"
        + flags
        + ", "
        + Crc.of(elf.content().slice(section.offset(), section.size()));
  }

  private static boolean isInside(Elf elf, Section section) {
    return section.offset() >= 0
        && section.size() >= 0
        && section.offset() <= elf.content().size() - section.size();
  }

  /** Which bytes of code differ, where no code was added and none taken away. */
  private static void places(Elf before, Elf after, int most, List<Aspect> into) {
    Map<String, Section> others = new TreeMap<>();
    after.sections().forEach(section -> others.put(section.name(), section));
    for (Section section : before.sections()) {
      Section other = others.get(section.name());
      boolean code = (section.flags() & EXECUTED) != 0 && section.type() != Section.NO_BITS;
      if (code
          && other != null
          && other.size() == section.size()
          && isInside(before, section)
          && isInside(after, other)) {
        ByteRanges.of(
                before.content().slice(section.offset(), section.size()),
                after.content().slice(other.offset(), other.size()),
                most)
            .forEach(
                range ->
                    into.add(
                        Aspect.change(
                            section.name() + " " + range.what(), range.before(), range.after())));
      }
    }
  }

  private static List<String> paths(Elf elf) {
    List<String> all = new ArrayList<>(elf.dynamic().strings(DynamicEntry.RPATH));
    all.addAll(elf.dynamic().strings(DynamicEntry.RUNPATH));
    return all;
  }

  private static List<String> symbols(Elf elf) {
    return elf.dynamic().symbols().stream()
        .map(symbol -> (symbol.defined() ? "defined " : "undefined ") + symbol.name())
        .toList();
  }

  private static List<String> strings(Elf elf) {
    List<String> found = new ArrayList<>();
    for (Section section : elf.sections()) {
      if (section.name().startsWith(".rodata") && isInside(elf, section)) {
        Strings.of(
            elf.content().blockUpTo(section.offset(), (int) Math.min(section.size(), MAX_STRINGS)),
            found);
      }
    }
    return found;
  }
}
