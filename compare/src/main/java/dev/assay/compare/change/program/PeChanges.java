package dev.assay.compare.change.program;

import dev.assay.compare.Aspect;
import dev.assay.compare.Kind;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.Strings;
import dev.assay.compare.change.ValueSet;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.pe.PeDirectory;
import dev.assay.formats.pe.PeNames;
import dev.assay.formats.pe.PeSection;
import dev.assay.formats.pe.PortableExecutable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Headers, sections, imports, exports and texts of programs of Windows and UEFI. */
public final class PeChanges implements Change {
  private static final int MAX_STRINGS = 16 << 20;
  private static final int EXECUTED = 0x2000_0000;

  private static final List<String> DIRECTORIES =
      List.of(
          "exports",
          "imports",
          "resources",
          "exceptions",
          "certificates",
          "relocations",
          "debug",
          "architecture",
          "global pointer",
          "thread storage",
          "load configuration",
          "bound imports",
          "import addresses",
          "delayed imports",
          "CLR",
          "reserved");

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.equals(Kind.PE);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    PortableExecutable before = PortableExecutable.read(left);
    PortableExecutable after = PortableExecutable.read(right);
    List<Aspect> found = new ArrayList<>();
    Sets.values("header", header(before), header(after), most, found);
    ValueSet.differences("section", sections(before), sections(after), most, found);
    Sets.members(
        "import", names(before, PeNames::imports), names(after, PeNames::imports), most, found);
    Sets.members(
        "export", names(before, PeNames::exports), names(after, PeNames::exports), most, found);
    Sets.members("string", strings(before), strings(after), most, found);
    return found;
  }

  private static Map<String, String> header(PortableExecutable program) {
    Block coff = program.content().block(program.headerAt(), 24);
    Block optional = program.content().block(program.optionalAt(), program.optionalSize());
    Map<String, String> values = new TreeMap<>();
    values.put("machine", "0x%x".formatted(coff.u16le(4)));
    values.put("time", "0x%08x".formatted(coff.i32le(8)));
    values.put("symbols", "%d at 0x%x".formatted(coff.u32le(16), coff.u32le(12)));
    values.put("characteristics", "0x%04x".formatted(coff.u16le(22)));
    values.put("kind", "0x%x".formatted(optional.u16le(0)));
    values.put("linker", optional.u8(2) + "." + optional.u8(3));
    values.put(
        "sizes of code and data",
        "%d, %d, %d".formatted(optional.u32le(4), optional.u32le(8), optional.u32le(12)));
    values.put("entry point", "0x%x".formatted(optional.u32le(16)));
    values.put("bases", Crc.of(program.content().slice(program.optionalAt() + 20, 12)));
    values.put("alignments", "%d, %d".formatted(optional.u32le(32), optional.u32le(36)));
    values.put("versions", Crc.of(program.content().slice(program.optionalAt() + 40, 16)));
    values.put(
        "sizes of image and headers", "%d, %d".formatted(optional.u32le(56), optional.u32le(60)));
    values.put("checksum", "%08x".formatted(optional.i32le(64)));
    values.put("subsystem", String.valueOf(optional.u16le(68)));
    values.put("DLL characteristics", "0x%04x".formatted(optional.u16le(70)));
    long directories = program.directoryAt(0);
    values.put(
        "stack and heap",
        Crc.of(
            program
                .content()
                .slice(program.optionalAt() + 72, directories - program.optionalAt() - 72)));
    values.put("beyond the directories", Crc.sized(beyond(program)));
    values.put("DOS program", Crc.sized(program.content().slice(0, program.headerAt())));
    for (int i = 0; i < program.directories().size(); i++) {
      PeDirectory each = program.directories().get(i);
      values.put(
          "directory of " + DIRECTORIES.get(i),
          "%d bytes at 0x%x".formatted(each.size(), each.address()));
    }
    return values;
  }

  private static Bytes beyond(PortableExecutable program) {
    long from = program.directoryAt(program.directories().size());
    long end = (long) program.optionalAt() + program.optionalSize();
    return program.content().slice(from, Math.max(0, end - from));
  }

  private static ValueSet sections(PortableExecutable program) {
    Numbered values = new Numbered();
    long first = program.content().size();
    for (PeSection section : program.sections()) {
      values.add(
          section.name(),
          "%d bytes at 0x%x, flags 0x%x, in the file at 0x%x %s"
              .formatted(
                  section.size(),
                  section.address(),
                  section.flags(),
                  section.offset(),
                  values.sized(section.in(program.content()))),
          section.in(program.content()));
      first = section.stored() == 0 ? first : Math.min(first, section.offset());
    }
    long headers = Math.min(first, program.endOfHeaders());
    values.add("(headers)", program.content().slice(headers, first - headers));
    values.add("(behind the last)", program.content().from(program.endOfSections()));
    return values.toValueSet();
  }

  /** What cannot be read is not named; its section differs. */
  private static List<String> names(
      PortableExecutable program, Function<PortableExecutable, List<String>> of) {
    try {
      return of.apply(program);
    } catch (Malformed unread) {
      return List.of("(" + unread.problem().code() + ")");
    }
  }

  private static List<String> strings(PortableExecutable program) {
    List<String> found = new ArrayList<>();
    for (PeSection section : program.sections()) {
      if ((section.flags() & EXECUTED) == 0) {
        Bytes held = section.in(program.content());
        Strings.of(held.head(MAX_STRINGS), found);
      }
    }
    return found;
  }
}
