package dev.assay.formats.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ELF file's header and tables. Damaged tables are problems and read as empty. */
public final class Elf {
  static final byte[] MAGIC = {0x7F, 'E', 'L', 'F'};
  public static final int RELOCATABLE = 1;
  public static final int EXECUTABLE = 2;
  public static final int SHARED = 3;
  public static final int CORE = 4;
  private static final int MAX_ENTRIES = 65_535;

  private final Bytes content;
  private final ElfFields fields;
  private final Block header;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Segment> segments;
  private final List<Section> sections;
  private final ElfDynamic dynamic;

  private Elf(Bytes content) {
    this.content = content;
    Block ident = content.block(0, 16);
    this.fields = new ElfFields(ident.u8(4) == 2, ident.u8(5) != 2);
    this.header = content.block(0, fields.at(52, 64));
    this.segments = readSegments();
    this.sections = readSections();
    this.dynamic = ElfDynamic.read(this);
  }

  /** Whether a plausible ELF header stands at the start. */
  public static boolean isAt(Bytes content) {
    if (content.size() < 52 || !content.has(0, MAGIC)) {
      return false;
    }
    Block ident = content.block(0, 20);
    return (ident.u8(4) == 1 || ident.u8(4) == 2 && content.size() >= 64)
        && (ident.u8(5) == 1 || ident.u8(5) == 2);
  }

  /**
   * @throws Malformed if there is no ELF header
   */
  public static Elf read(Bytes content) {
    if (!isAt(content)) {
      throw new Malformed("elf.header", 0, "not an ELF header");
    }
    return new Elf(content);
  }

  public Bytes content() {
    return content;
  }

  ElfFields fields() {
    return fields;
  }

  public boolean is64() {
    return fields.is64();
  }

  public boolean isLittleEndian() {
    return fields.little();
  }

  /** {@link #RELOCATABLE}, {@link #EXECUTABLE}, {@link #SHARED}, {@link #CORE}. */
  public int type() {
    return fields.half(header, 16);
  }

  /** {@code e_machine}. */
  public int machine() {
    return fields.half(header, 18);
  }

  /** {@code EI_OSABI}: the system whose extensions it uses; 0, of most files, names none. */
  public int osAbi() {
    return content.block(0, 16).u8(7);
  }

  public long flags() {
    return fields.word(header, fields.at(36, 48));
  }

  public List<Segment> segments() {
    return segments;
  }

  public List<Section> sections() {
    return sections;
  }

  public ElfDynamic dynamic() {
    return dynamic;
  }

  public List<Problem> problems() {
    return problems;
  }

  void problem(String code, long offset, String message) {
    problems.add(new Problem(code, offset, message));
  }

  public Optional<Segment> segment(long type) {
    for (Segment segment : segments) {
      if (segment.type() == type) {
        return Optional.of(segment);
      }
    }
    return Optional.empty();
  }

  public Optional<Section> section(String name) {
    for (Section section : sections) {
      if (section.name().equals(name)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** File offset of an address, by the loaded segments; −1 where none holds it. */
  public long offsetOf(long address) {
    for (Segment segment : segments) {
      if (segment.type() == Segment.LOAD
          && Long.compareUnsigned(address, segment.address()) >= 0
          && Long.compareUnsigned(address - segment.address(), segment.fileSize()) < 0) {
        return segment.offset() + (address - segment.address());
      }
    }
    return -1;
  }

  private List<Segment> readSegments() {
    long offset = fields.address(header, fields.at(28, 32));
    int size = fields.half(header, fields.at(42, 54));
    int count = fields.half(header, fields.at(44, 56));
    int least = fields.at(32, 56);
    List<Segment> found = new ArrayList<>(Math.min(count, 32));
    if (count == 0) {
      return found;
    }
    Optional<Block> table = table("elf.program-headers", offset, size, count, least);
    for (int i = 0; table.isPresent() && i < count; i++) {
      Block entry = table.get().slice(i * size, least);
      found.add(
          new Segment(
              fields.word(entry, 0),
              fields.word(entry, fields.at(24, 4)),
              fields.address(entry, fields.at(4, 8)),
              fields.address(entry, fields.at(8, 16)),
              fields.address(entry, fields.at(16, 32)),
              fields.address(entry, fields.at(20, 40)),
              offset + (long) i * size));
    }
    return found;
  }

  private List<Section> readSections() {
    long offset = fields.address(header, fields.at(32, 40));
    int size = fields.half(header, fields.at(46, 58));
    int count = fields.half(header, fields.at(48, 60));
    int names = fields.half(header, fields.at(50, 62));
    int least = fields.at(40, 64);
    if (count == 0 || offset == 0) {
      return List.of();
    }
    Optional<Block> table = table("elf.section-headers", offset, size, count, least);
    if (table.isEmpty()) {
      return List.of();
    }
    Block strings =
        names < count ? sectionBytes(table.get().slice(names * size, least)) : noBytes();
    List<Section> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Block entry = table.get().slice(i * size, least);
      int name = (int) Math.min(fields.word(entry, 0), Integer.MAX_VALUE);
      found.add(
          new Section(
              name < strings.size() ? strings.cString(name, 128) : "",
              fields.word(entry, 4),
              fields.address(entry, 8),
              fields.address(entry, fields.at(16, 24)),
              fields.address(entry, fields.at(20, 32)),
              (int) fields.word(entry, fields.at(24, 40)),
              fields.address(entry, fields.at(36, 56)),
              offset + (long) i * size));
    }
    return found;
  }

  private Block sectionBytes(Block entry) {
    long offset = fields.address(entry, fields.at(16, 24));
    long size = fields.address(entry, fields.at(20, 32));
    if (offset < 0 || size < 0 || offset > content.size() - size || size > 1 << 20) {
      problem("elf.section-names", offset, "the table of section names is outside the file");
      return noBytes();
    }
    return content.block(offset, (int) size);
  }

  private static Block noBytes() {
    return Bytes.of(new byte[0]).block(0, 0);
  }

  private Optional<Block> table(String code, long offset, int size, int count, int least) {
    if (size < least
        || count > MAX_ENTRIES
        || offset < 0
        || offset > content.size() - (long) size * count) {
      problem(
          code,
          offset,
          "table of "
              + count
              + " entries of "
              + size
              + " bytes at "
              + offset
              + " does not fit a file of "
              + content.size()
              + " bytes; read as empty");
      return Optional.empty();
    }
    return Optional.of(content.block(offset, size * count));
  }
}
