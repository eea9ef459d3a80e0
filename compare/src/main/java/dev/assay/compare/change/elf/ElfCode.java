package dev.assay.compare.change.elf;

import dev.assay.compare.change.code.ProgramCode;
import dev.assay.compare.change.code.ProgramCode.Function;
import dev.assay.compare.change.code.ProgramCode.Holds;
import dev.assay.compare.change.code.ProgramCode.Part;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFunction;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.Segment;
import dev.assay.formats.x86.Decoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The code of ELF files for x86 (System V ABI and its processor supplements). In relocatable files,
 * whose sections have no addresses yet, offsets in the file stand for them.
 */
final class ElfCode {
  /** EM_386 and EM_X86_64. */
  private static final int I386 = 3;

  private static final int X86_64 = 62;

  /** SHF_ALLOC, SHF_EXECINSTR and SHF_STRINGS. */
  private static final long ALLOCATED = 2;

  private static final long EXECUTED = 4;
  private static final long TEXTS = 0x20;
  private static final int MOST_SEGMENTS = 64;

  private ElfCode() {}

  /** Whether the file is for one of these processors. */
  static boolean isKnown(Elf elf) {
    return elf.machine() == I386 || elf.machine() == X86_64;
  }

  /**
   * Of a file that {@link #isKnown}.
   *
   * @param nameless functions that its symbols do not name; those outside of code are left out
   */
  static ProgramCode of(Elf elf, List<Function> nameless) {
    List<Segment> loaded =
        elf.segments().stream()
            .filter(segment -> segment.type() == Segment.LOAD)
            .limit(MOST_SEGMENTS)
            .toList();
    List<Part> parts = new ArrayList<>();
    for (Section section : elf.sections()) {
      long address = address(elf, loaded, section.offset());
      if ((section.flags() & ALLOCATED) != 0
          && section.size() > 0
          && address >= 0
          && SectionPlaces.isInside(elf, section)) {
        parts.add(
            new Part(
                section.name(),
                address,
                elf.content().slice(section.offset(), section.size()),
                holds(section)));
      }
    }
    List<Function> functions = new ArrayList<>();
    for (ElfFunction each : ElfFunction.of(elf)) {
      long address = address(elf, loaded, each.at());
      if (address >= 0) {
        functions.add(new Function(each.name(), address, Math.max(0, each.size())));
      }
    }
    NavigableMap<Long, Part> code = new TreeMap<>();
    parts.stream()
        .filter(part -> part.holds() == Holds.CODE)
        .forEach(part -> code.putIfAbsent(part.address(), part));
    nameless.stream().filter(each -> isIn(code, each.address())).forEach(functions::add);
    Decoder decoder = elf.machine() == I386 ? Decoder.OF_32_BITS : Decoder.OF_64_BITS;
    List<Function> imports =
        elf.type() == Elf.RELOCATABLE ? List.of() : ElfImports.of(elf, decoder, parts);
    return new ProgramCode(decoder, parts, functions, imports);
  }

  private static boolean isIn(NavigableMap<Long, Part> parts, long address) {
    Map.Entry<Long, Part> part = parts.floorEntry(address);
    return part != null && address - part.getKey() < part.getValue().content().size();
  }

  private static Holds holds(Section section) {
    if ((section.flags() & EXECUTED) != 0) {
      // Stubs say nothing that names of imports do not, and are numbered through.
      return ElfImports.isStubs(section.name()) ? Holds.OTHER : Holds.CODE;
    }
    boolean texts = (section.flags() & TEXTS) != 0 || section.name().startsWith(".rodata");
    return texts ? Holds.TEXTS : Holds.OTHER;
  }

  /** −1 where no segment loads it, or so far up that it is no address of a program. */
  private static long address(Elf elf, List<Segment> loaded, long offset) {
    if (elf.type() == Elf.RELOCATABLE) {
      return offset;
    }
    for (Segment segment : loaded) {
      if (offset >= segment.offset() && offset - segment.offset() < segment.fileSize()) {
        long address = segment.address() + (offset - segment.offset());
        return address >= 0 && address < Long.MAX_VALUE / 2 ? address : -1;
      }
    }
    return -1;
  }
}
