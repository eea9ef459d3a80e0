package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.ByteRanges;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which bytes differ of the sections that two ELF files both have. */
final class SectionPlaces {
  /** SHF_EXECINSTR. */
  private static final long EXECUTED = 4;

  private final Elf before;
  private final Elf after;
  private final FunctionPlaces functions;
  private final Map<String, Section> others = new HashMap<>();

  /**
   * @param functions of the left one
   */
  SectionPlaces(Elf before, Elf after, FunctionPlaces functions) {
    this.before = before;
    this.after = after;
    this.functions = functions;
    after.sections().forEach(section -> others.put(section.name(), section));
  }

  /**
   * Of code, where none was added and none taken away, with the functions they are in.
   *
   * @param told sections of which more is known
   */
  void code(Set<String> told, int most, List<Aspect> into) {
    for (Section section : before.sections()) {
      Section other = others.get(section.name());
      boolean untold = isCode(section) && !told.contains(section.name());
      if (untold && other != null && other.size() == section.size()) {
        ranges(section, other, most, into);
      }
    }
  }

  /** Of everything else. */
  void data(int most, List<Aspect> into) {
    for (Section section : before.sections()) {
      Section other = others.get(section.name());
      if (!isCode(section) && other != null) {
        ranges(section, other, most, into);
      }
    }
  }

  /** Whether a section lies in the file. */
  static boolean isInside(Elf elf, Section section) {
    return section.type() != Section.NO_BITS
        && section.offset() >= 0
        && section.size() >= 0
        && section.offset() <= elf.content().size() - section.size();
  }

  private static boolean isCode(Section section) {
    return (section.flags() & EXECUTED) != 0;
  }

  private void ranges(Section section, Section other, int most, List<Aspect> into) {
    if (isInside(before, section) && isInside(after, other)) {
      into.addAll(
          ByteRanges.of(
              new ElfBytes(before).of(section),
              new ElfBytes(after).of(other),
              most,
              at ->
                  "%s bytes from 0x%x%s"
                      .formatted(section.name(), at, functions.in(section.offset() + at))));
    }
  }
}
