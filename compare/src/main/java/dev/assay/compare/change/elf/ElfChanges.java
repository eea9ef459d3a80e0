package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.Strings;
import dev.assay.compare.change.code.Alignment;
import dev.assay.compare.change.code.InstructionChanges;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers, sections, instructions, symbols, entries for the linker, and strings of ELF files. */
public final class ElfChanges implements Change {
  private static final int MAX = 128 << 20;
  private static final FrameFunctions NONE = new FrameFunctions(List.of(), List.of());

  /** Ranges of bytes that are told of one section that is no code. */
  private static final int MOST_DATA = 20;

  private static final int MAX_STRINGS = 4 << 20;

  /** Texts that no program shows: who compiled it and where, and what debuggers show. */
  private static final List<String> OTHER_TEXTS =
      List.of(".comment", ".interp", ".debug_str", ".debug_line_str");

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
    FunctionPlaces functions = new FunctionPlaces(before);
    Sets.values("function", functions.sizes(), new FunctionPlaces(after).sizes(), most, found);
    SectionPlaces places = new SectionPlaces(before, after, functions);
    ElfFrames frames = new ElfFrames(before, new ElfSpace(before));
    ElfFrames others = new ElfFrames(after, new ElfSpace(after));
    Alignment alignment = Alignment.of(frames.listing(), others.listing());
    places.code(
        instructions(
            before,
            after,
            ElfCode.isKnown(before) ? FrameFunctions.of(frames, others, alignment) : NONE,
            most,
            found),
        most,
        found);
    Sets.members(
        "needed library",
        before.dynamic().strings(DynamicEntry.NEEDED),
        after.dynamic().strings(DynamicEntry.NEEDED),
        most,
        found);
    Sets.members("run path", paths(before), paths(after), most, found);
    ElfLinking.between(before, after, most, found);
    Sets.members("symbol", symbols(before), symbols(after), most, found);
    Sets.members("string", strings(before), strings(after), most, found);
    for (String section : OTHER_TEXTS) {
      Sets.members(
          "string of " + section, texts(before, section), texts(after, section), most, found);
    }
    ElfLayout.between(before, after, most, found);
    ElfSymbolTables.between(before, after, most, found);
    ElfUnwinding.between(frames, others, alignment, most, found);
    ArmUnwinding.between(before, frames.space(), after, others.space(), most, found);
    ElfDebugging.between(before, frames.space(), after, others.space(), most, found);
    places.data(Math.min(most, MOST_DATA), found);
    if (found.isEmpty()) {
      found.add(Aspect.change("bytes outside sections", "", ""));
    }
    return found;
  }

  /** The sections of which all that differs is told by instructions. */
  private static Set<String> instructions(
      Elf before, Elf after, FrameFunctions nameless, int most, List<Aspect> into) {
    if (before.machine() != after.machine() || !ElfCode.isKnown(before)) {
      return Set.of();
    }
    return InstructionChanges.between(
        ElfCode.of(before, nameless.before()), ElfCode.of(after, nameless.after()), most, into);
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
    if (!SectionPlaces.isInside(elf, section)) {
      return section.size() + " bytes" + flags;
    }
    return Crc.sized(elf.content().slice(section.offset(), section.size())) + flags;
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
      if (section.name().startsWith(".rodata") && SectionPlaces.isInside(elf, section)) {
        Strings.of(
            elf.content().blockUpTo(section.offset(), (int) Math.min(section.size(), MAX_STRINGS)),
            found);
      }
    }
    return found;
  }

  private static List<String> texts(Elf elf, String name) {
    List<String> found = new ArrayList<>();
    for (Section section : elf.sections()) {
      if (section.name().equals(name)) {
        Bytes content = new ElfBytes(elf).of(section);
        Strings.of(content.head((int) Math.min(content.size(), MAX_STRINGS)), found);
      }
    }
    return found;
  }
}
