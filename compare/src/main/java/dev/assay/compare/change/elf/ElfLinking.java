package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfNote;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.VersionDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an ELF file says to the linker and to debuggers: entries of the dynamic segment, versions of
 * symbols (Linux Standard Base Core 5.0, 10.7), notes, and where its debug information lies (GDB
 * manual, “Debugging Information in Separate Files”).
 */
record ElfLinking(Elf elf) {
  private static final long VERNEED = 0x6FFFFFFEL;
  private static final long VERNEEDNUM = 0x6FFFFFFFL;
  private static final int MOST = 4096;
  private static final int MAX_LINK = 4096;
  private static final int MAX_NAME = 256;
  private static final int SHOWN = 64;

  /** Told as what they name. */
  private static final Set<Long> NAMES =
      Set.of(DynamicEntry.NEEDED, DynamicEntry.RPATH, DynamicEntry.RUNPATH);

  private static final Map<Long, String> TAGS =
      Map.ofEntries(
          Map.entry(2L, "PLTRELSZ"),
          Map.entry(3L, "PLTGOT"),
          Map.entry(DynamicEntry.HASH, "HASH"),
          Map.entry(DynamicEntry.STRTAB, "STRTAB"),
          Map.entry(DynamicEntry.SYMTAB, "SYMTAB"),
          Map.entry(7L, "RELA"),
          Map.entry(8L, "RELASZ"),
          Map.entry(9L, "RELAENT"),
          Map.entry(DynamicEntry.STRSZ, "STRSZ"),
          Map.entry(11L, "SYMENT"),
          Map.entry(12L, "INIT"),
          Map.entry(13L, "FINI"),
          Map.entry(DynamicEntry.SONAME, "SONAME"),
          Map.entry(16L, "SYMBOLIC"),
          Map.entry(17L, "REL"),
          Map.entry(18L, "RELSZ"),
          Map.entry(19L, "RELENT"),
          Map.entry(20L, "PLTREL"),
          Map.entry(21L, "DEBUG"),
          Map.entry(DynamicEntry.TEXTREL, "TEXTREL"),
          Map.entry(23L, "JMPREL"),
          Map.entry(DynamicEntry.BIND_NOW, "BIND_NOW"),
          Map.entry(25L, "INIT_ARRAY"),
          Map.entry(26L, "FINI_ARRAY"),
          Map.entry(27L, "INIT_ARRAYSZ"),
          Map.entry(28L, "FINI_ARRAYSZ"),
          Map.entry(DynamicEntry.FLAGS, "FLAGS"),
          Map.entry(35L, "RELRSZ"),
          Map.entry(36L, "RELR"),
          Map.entry(37L, "RELRENT"),
          Map.entry(DynamicEntry.GNU_HASH, "GNU_HASH"),
          Map.entry(0x6FFFFFF0L, "VERSYM"),
          Map.entry(0x6FFFFFF9L, "RELACOUNT"),
          Map.entry(0x6FFFFFFAL, "RELCOUNT"),
          Map.entry(DynamicEntry.FLAGS_1, "FLAGS_1"),
          Map.entry(DynamicEntry.VERDEF, "VERDEF"),
          Map.entry(DynamicEntry.VERDEFNUM, "VERDEFNUM"),
          Map.entry(VERNEED, "VERNEED"),
          Map.entry(VERNEEDNUM, "VERNEEDNUM"));

  private static final Map<Long, String> GNU_NOTES =
      Map.of(
          1L, "NT_GNU_ABI_TAG",
          2L, "NT_GNU_HWCAP",
          3L, "NT_GNU_BUILD_ID",
          4L, "NT_GNU_GOLD_VERSION",
          5L, "NT_GNU_PROPERTY_TYPE_0");

  static void between(Elf before, Elf after, int most, List<Aspect> into) {
    ElfLinking left = new ElfLinking(before);
    ElfLinking right = new ElfLinking(after);
    Sets.values("debug information", left.debugLinks(), right.debugLinks(), most, into);
    Sets.values("note", left.notes(), right.notes(), most, into);
    Sets.members("needed version", left.needed(), right.needed(), most, into);
    Sets.members("defined version", left.defined(), right.defined(), most, into);
    Sets.values("dynamic entry", left.entries(), right.entries(), most, into);
  }

  private Map<String, String> entries() {
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (DynamicEntry entry : elf.dynamic().entries()) {
      if (!NAMES.contains(entry.tag())) {
        String tag = TAGS.getOrDefault(entry.tag(), hex(entry.tag()));
        int number = seen.merge(tag, 1, Integer::sum);
        found.put(
            tag + (number == 1 ? "" : "[" + number + "]"),
            entry.tag() == DynamicEntry.SONAME
                ? elf.dynamic().string(entry).orElse(hex(entry.value()))
                : hex(entry.value()));
      }
    }
    return found;
  }

  private Map<String, String> notes() {
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (ElfNote note : ElfNote.of(elf)) {
      String type = "type " + note.type();
      String name =
          note.owner()
              + " "
              + (note.owner().equals("GNU") ? GNU_NOTES.getOrDefault(note.type(), type) : type);
      int number = seen.merge(name, 1, Integer::sum);
      byte[] body = note.body().bytes(0, note.body().size());
      found.put(name + (number == 1 ? "" : "[" + number + "]"), shown(body));
    }
    return found;
  }

  /** A text as such, few bytes in hexadecimal, many by their checksum. */
  private static String shown(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).replaceFirst("(?<!\0)\0+$", "");
    boolean printable = text.chars().allMatch(each -> each >= 0x20 && each < 0x7F);
    if (printable && text.length() > 3) {
      return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME) + "…";
    }
    return body.length <= SHOWN ? HexFormat.of().formatHex(body) : Crc.sized(Bytes.of(body));
  }

  private List<String> defined() {
    return VersionDefinition.of(elf).stream().map(VersionDefinition::name).toList();
  }

  /** {@code Elfxx_Verneed}: which versions of which library. */
  private List<String> needed() {
    List<String> found = new ArrayList<>();
    long at = elf.offsetOf(elf.dynamic().value(VERNEED));
    if (!elf.dynamic().has(VERNEED) || at < 0) {
      return found;
    }
    try {
      ElfBytes bytes = new ElfBytes(elf);
      long libraries = Math.clamp(elf.dynamic().value(VERNEEDNUM), 0, MOST);
      for (long i = 0; i < libraries; i++) {
        Fields library = bytes.fields(at, 16);
        versions(bytes, string(library.u32(4)), at + library.u32(8), library.u16(2), found);
        if (library.u32(12) == 0) {
          break;
        }
        at += library.u32(12);
      }
    } catch (Malformed damaged) {
      // What was read up to there is told.
    }
    return found;
  }

  private void versions(ElfBytes bytes, String library, long first, int count, List<String> into) {
    long at = first;
    for (int i = 0; i < count && into.size() < MOST; i++) {
      Fields version = bytes.fields(at, 16);
      into.add(library + " " + string(version.u32(8)));
      at += version.u32(12);
    }
  }

  private String string(long at) {
    Bytes strings = elf.dynamic().strings();
    return at < strings.size() ? strings.blockUpTo(at, MAX_NAME).cString(0, MAX_NAME) : "";
  }

  private Map<String, String> debugLinks() {
    Map<String, String> found = new TreeMap<>();
    ElfBytes bytes = new ElfBytes(elf);
    for (Section section : elf.sections()) {
      boolean link = section.name().equals(".gnu_debuglink");
      boolean shared = section.name().equals(".gnu_debugaltlink");
      Bytes content = link || shared ? bytes.of(section) : Bytes.of(new byte[0]);
      if (content.size() > 8 && content.size() <= MAX_LINK) {
        int size = (int) content.size();
        Fields fields = bytes.fields(content.block(0, size));
        String name = fields.block().cString(0, size);
        found.put(link ? "file" : "shared file", name);
        if (link) {
          found.put("CRC", "0x%08x".formatted(fields.u32(size - 4)));
        } else {
          int behind = Math.min(size, name.length() + 1);
          found.put(
              "shared build-id",
              HexFormat.of().formatHex(fields.block().bytes(behind, size - behind)));
        }
      }
    }
    return found;
  }

  private static String hex(long number) {
    return "0x%x".formatted(number);
  }
}
