package dev.assay.formats.pe;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The headers of a program.
 *
 * @param headerAt offset of {@code PE 0 0}
 * @param optionalAt offset of the optional header
 * @param optionalSize bytes of it
 * @param wide whether it is of 64 bits
 */
public record PortableExecutable(
    Bytes content,
    int headerAt,
    int optionalAt,
    int optionalSize,
    boolean wide,
    List<PeDirectory> directories,
    List<PeSection> sections) {
  private static final int COFF = 24;
  private static final int SECTION = 40;
  private static final int MAX_SECTIONS = 96;
  private static final int MAX_DIRECTORIES = 16;
  private static final int WIDE = 0x20B;
  private static final int NARROW = 0x10B;

  public PortableExecutable {
    directories = List.copyOf(directories);
    sections = List.copyOf(sections);
  }

  /** Whether a program begins here. */
  public static boolean isAt(Bytes content) {
    if (!content.has(0, "MZ") || content.size() < 0x40) {
      return false;
    }
    long header = content.block(0x3C, 4).u32le(0);
    return header >= 4 && content.has(header, "PE\0\0") && content.size() - header >= COFF + 2;
  }

  /**
   * @throws Malformed {@code pe.*} where it is none
   */
  public static PortableExecutable read(Bytes content) {
    if (!isAt(content)) {
      throw new Malformed("pe.header", 0, "no PE header");
    }
    int at = Math.toIntExact(Math.min(Integer.MAX_VALUE, content.block(0x3C, 4).u32le(0)));
    Block coff = content.block(at, COFF);
    int optionalSize = coff.u16le(20);
    Block optional = content.block((long) at + COFF, optionalSize);
    int magic = optional.u16le(0);
    if (magic != WIDE && magic != NARROW) {
      throw new Malformed("pe.magic", at + COFF, "no optional header is of kind " + magic);
    }
    boolean wide = magic == WIDE;
    if (optionalSize < (wide ? 112 : 96)) {
      throw new Malformed(
          "pe.optional", at + COFF, "an optional header of " + optionalSize + " bytes");
    }
    return new PortableExecutable(
        content,
        at,
        at + COFF,
        optionalSize,
        wide,
        directories(optional, wide),
        sections(content, (long) at + COFF + optionalSize, coff.u16le(6)));
  }

  private static List<PeDirectory> directories(Block optional, boolean wide) {
    int from = wide ? 112 : 96;
    long count = Math.min(MAX_DIRECTORIES, optional.u32le(from - 4));
    List<PeDirectory> found = new ArrayList<>();
    for (int i = 0; i < count && from + 8 * i + 8 <= optional.size(); i++) {
      found.add(new PeDirectory(optional.u32le(from + 8 * i), optional.u32le(from + 8 * i + 4)));
    }
    return found;
  }

  private static List<PeSection> sections(Bytes content, long at, int count) {
    if (count > MAX_SECTIONS) {
      throw new Malformed("pe.sections", at, count + " sections; at most " + MAX_SECTIONS);
    }
    List<PeSection> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Block each = content.block(at + (long) i * SECTION, SECTION);
      found.add(
          new PeSection(
              each.cString(0, 8),
              each.u32le(12),
              each.u32le(8),
              each.u32le(20),
              each.u32le(16),
              each.i32le(36)));
    }
    return found;
  }

  public int timeAt() {
    return headerAt + 8;
  }

  public int checksumAt() {
    return optionalAt + 64;
  }

  /** Where the entry of a data directory stands. */
  public int directoryAt(int number) {
    return optionalAt + (wide ? 112 : 96) + 8 * number;
  }

  /** Behind the headers of the sections. */
  public long endOfHeaders() {
    return (long) optionalAt + optionalSize + (long) SECTION * sections.size();
  }

  /** Behind the last section's bytes. */
  public long endOfSections() {
    long end = endOfHeaders();
    for (PeSection section : sections) {
      end = Math.max(end, section.stored() == 0 ? 0 : section.offset() + section.stored());
    }
    return Math.min(end, content.size());
  }

  /** Whether bytes of the file are in a section, and in none that is executed. */
  boolean isData(long at, long length) {
    boolean data = false;
    for (PeSection section : sections) {
      boolean touches = at < section.offset() + section.stored() && at + length > section.offset();
      if (touches && section.isExecuted()) {
        return false;
      }
      data |= at >= section.offset() && at + length <= section.offset() + section.stored();
    }
    return data;
  }

  /** A data directory that is there and not empty. */
  public Optional<PeDirectory> directory(int number) {
    return number < directories.size()
        ? Optional.of(directories.get(number)).filter(each -> each.size() > 0 && each.address() > 0)
        : Optional.empty();
  }

  /** Where a virtual address is in the file. */
  public OptionalLong offset(long virtual) {
    for (PeSection section : sections) {
      if (section.holds(virtual)) {
        long inside = virtual - section.address();
        return inside < section.stored()
            ? OptionalLong.of(section.offset() + inside)
            : OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Bytes at a virtual address.
   *
   * @throws Malformed {@code pe.address} where there are none
   */
  Block at(long virtual, int length) {
    return content.block(place(virtual), length);
  }

  String text(long virtual) {
    return content.blockUpTo(place(virtual), 512).cString(0, 512);
  }

  private long place(long virtual) {
    return offset(virtual)
        .orElseThrow(() -> new Malformed("pe.address", virtual, "an address that no section has"));
  }
}
