package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where in an ELF file and in memory things lie: what its header, program headers and section
 * headers say (System V ABI, “ELF Header”, “Sections”, “Program Header”), in the words of readelf.
 */
record ElfLayout(Elf elf) {
  private static final Map<Long, String> SECTION_TYPES =
      Map.ofEntries(
          Map.entry(0L, "NULL"),
          Map.entry(1L, "PROGBITS"),
          Map.entry(2L, "SYMTAB"),
          Map.entry(3L, "STRTAB"),
          Map.entry(4L, "RELA"),
          Map.entry(5L, "HASH"),
          Map.entry(6L, "DYNAMIC"),
          Map.entry(7L, "NOTE"),
          Map.entry(8L, "NOBITS"),
          Map.entry(9L, "REL"),
          Map.entry(11L, "DYNSYM"),
          Map.entry(14L, "INIT_ARRAY"),
          Map.entry(15L, "FINI_ARRAY"),
          Map.entry(16L, "PREINIT_ARRAY"),
          Map.entry(17L, "GROUP"),
          Map.entry(19L, "RELR"),
          Map.entry(0x6FFFFFF6L, "GNU_HASH"),
          Map.entry(0x6FFFFFFDL, "VERDEF"),
          Map.entry(0x6FFFFFFEL, "VERNEED"),
          Map.entry(0x6FFFFFFFL, "VERSYM"));

  private static final Map<Long, String> SEGMENT_TYPES =
      Map.ofEntries(
          Map.entry(Segment.LOAD, "LOAD"),
          Map.entry(Segment.DYNAMIC, "DYNAMIC"),
          Map.entry(Segment.INTERP, "INTERP"),
          Map.entry(Segment.NOTE, "NOTE"),
          Map.entry(6L, "PHDR"),
          Map.entry(7L, "TLS"),
          Map.entry(0x6474E550L, "GNU_EH_FRAME"),
          Map.entry(Segment.GNU_STACK, "GNU_STACK"),
          Map.entry(Segment.GNU_RELRO, "GNU_RELRO"),
          Map.entry(Segment.GNU_PROPERTY, "GNU_PROPERTY"));

  /** SHF_*: 1, 2, 4 and so on; a blank where it has no letter. */
  private static final String FLAGS = "WAX MSILOGTC";

  static void between(Elf before, Elf after, int most, List<Aspect> into) {
    ElfLayout left = new ElfLayout(before);
    ElfLayout right = new ElfLayout(after);
    Sets.values("header", left.header(), right.header(), most, into);
    Sets.values("program header", left.segments(), right.segments(), most, into);
    Sets.values("section header", left.sections(), right.sections(), most, into);
  }

  private Map<String, String> header() {
    ElfBytes bytes = new ElfBytes(elf);
    Fields header = bytes.fields(0, bytes.at(52, 64));
    return Map.of(
        "class",
        elf.is64() ? "ELF64" : "ELF32",
        "data",
        elf.isLittleEndian() ? "little endian" : "big endian",
        "OS/ABI",
        String.valueOf(elf.osAbi()),
        "ABI version",
        String.valueOf(header.u8(8)),
        "entry point address",
        hex(bytes.address(header, 24)),
        "start of program headers",
        hex(bytes.address(header, bytes.at(28, 32))),
        "start of section headers",
        hex(bytes.address(header, bytes.at(32, 40))),
        "section header string table index",
        String.valueOf(header.u16(bytes.at(50, 62))));
  }

  private Map<String, String> segments() {
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (Segment segment : elf.segments()) {
      String type = SEGMENT_TYPES.getOrDefault(segment.type(), hex(segment.type()));
      found.put(
          type + " " + seen.merge(type, 1, Integer::sum),
          "offset %s, address %s, file size %s, memory size %s, flags %s"
              .formatted(
                  hex(segment.offset()),
                  hex(segment.address()),
                  hex(segment.fileSize()),
                  hex(segment.memorySize()),
                  segment.access()));
    }
    return found;
  }

  private Map<String, String> sections() {
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (Section section : elf.sections()) {
      int number = seen.merge(section.name(), 1, Integer::sum);
      found.put(section.name() + (number == 1 ? "" : "[" + number + "]"), shown(section));
    }
    return found;
  }

  private String shown(Section section) {
    ElfBytes bytes = new ElfBytes(elf);
    try {
      Fields header = bytes.fields(section.headerAt(), bytes.at(40, 64));
      return "%s, address %s, offset 0x%06x, size 0x%06x, entry size %d, flags %s, link %d, info %d, align %d"
          .formatted(
              SECTION_TYPES.getOrDefault(section.type(), hex(section.type())),
              hex(bytes.address(header, bytes.at(12, 16))),
              section.offset(),
              section.size(),
              section.entrySize(),
              flags(section.flags()),
              section.link(),
              header.u32(bytes.at(28, 44)),
              bytes.address(header, bytes.at(32, 48)));
    } catch (Malformed outside) {
      return "";
    }
  }

  private static String flags(long flags) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < FLAGS.length(); i++) {
      if ((flags >> i & 1) != 0 && FLAGS.charAt(i) != ' ') {
        known.add(String.valueOf(FLAGS.charAt(i)));
      }
    }
    return "0x%x".formatted(flags) + (known.isEmpty() ? "" : " " + String.join("", known));
  }

  private static String hex(long number) {
    return "0x%x".formatted(number);
  }
}
