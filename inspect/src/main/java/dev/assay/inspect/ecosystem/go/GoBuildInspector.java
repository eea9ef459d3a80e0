package dev.assay.inspect.ecosystem.go;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.Segment;
import dev.assay.inspect.ContentInspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the build information of Go programs (Go's debug/buildinfo):
 *
 * <pre>
 *  0  14  FF " Go buildinf:"
 * 14   1  size of a pointer
 * 15   1  flags: 1 big-endian, 2 strings follow at 32 (Go 1.18)
 * 16   p  address of the header of the version string        } before Go 1.18; a header is
 * 16+p p  address of the header of the module string         } an address and a length
 * 32      version string, module string, each after its length as varint
 * </pre>
 *
 * The module string stands between two marks of 16 bytes.
 */
public final class GoBuildInspector implements ContentInspector<GoBuildFacts> {
  private static final String MAGIC = " Go buildinf:";
  private static final int HEADER = 32;
  private static final int MARK = 16;
  private static final int MAX_STRING = 4 << 20;

  @Override
  public Class<GoBuildFacts> facts() {
    return GoBuildFacts.class;
  }

  @Override
  public int revision() {
    return 3;
  }

  @Override
  public List<String> markers() {
    return List.of(MAGIC.strip());
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return markers.contains(MAGIC.strip()) && ElfFile.isLinked(type);
  }

  @Override
  public Optional<GoBuildFacts> inspect(Bytes content) {
    Elf elf = Elf.read(content);
    Optional<Section> section = elf.section(".go.buildinfo");
    if (section.isEmpty() || !content.has(section.get().offset() + 1, MAGIC)) {
      return Optional.empty();
    }
    long at = section.get().offset();
    Block header = content.block(at, HEADER);
    if ((header.u8(15) & 2) != 0) {
      Inline strings = new Inline(content, at + HEADER);
      String version = strings.next();
      return Optional.of(facts(elf, version, strings.next()));
    }
    Pointers pointers = new Pointers(elf, header.u8(14), (header.u8(15) & 1) != 0);
    String version = pointers.string(pointers.number(at + 16));
    String modules = pointers.string(pointers.number(at + 16 + pointers.size()));
    return Optional.of(facts(elf, version, modules));
  }

  private static GoBuildFacts facts(Elf elf, String version, String marked) {
    return new GoBuildFacts(version, modules(marked), GoFunctions.of(elf, program(marked)));
  }

  /** The path of the main package, which stands in the first line. */
  private static String program(String marked) {
    int start = marked.indexOf("path\t");
    int end = marked.indexOf('\n', Math.max(start, 0));
    return start < 0 || end < 0 ? "main" : marked.substring(start + "path\t".length(), end);
  }

  private static List<GoModule> modules(String marked) {
    if (marked.length() < 2 * MARK + 1 || marked.charAt(marked.length() - MARK - 1) != '\n') {
      return List.of();
    }
    List<GoModule> modules = new ArrayList<>();
    String text = marked.substring(MARK, marked.length() - MARK);
    for (String line : text.split("\n")) {
      String[] cells = line.split("\t");
      if (cells.length < 3) {
        continue;
      }
      switch (cells[0]) {
        case "mod", "dep" -> modules.add(new GoModule(cells[1], cells[2]));
        // The module before was replaced by this one.
        case "=>" -> {
          if (!modules.isEmpty()) {
            modules.set(modules.size() - 1, new GoModule(cells[1], cells[2]));
          }
        }
        default -> {}
      }
    }
    return List.copyOf(modules);
  }

  /** Strings after their lengths. */
  private static final class Inline {
    private final Bytes content;
    private long at;

    Inline(Bytes content, long at) {
      this.content = content;
      this.at = at;
    }

    String next() {
      long length = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int value = content.block(at++, 1).u8(0);
        length |= (long) (value & 0x7F) << shift;
        if (value < 0x80) {
          break;
        }
      }
      if (length > MAX_STRING) {
        throw new Malformed("go.buildinfo", at, "a string of " + length + " bytes");
      }
      String text = content.block(at, (int) length).latin1(0, (int) length);
      at += length;
      return text;
    }
  }

  /** Strings behind addresses. */
  private record Pointers(Elf elf, int size, boolean bigEndian) {
    Pointers {
      if (size != 4 && size != 8) {
        throw new Malformed("go.buildinfo", 14, "pointers of " + size + " bytes");
      }
    }

    long number(long offset) {
      Block block = elf.content().block(offset, size);
      if (size == 4) {
        return bigEndian ? block.u32be(0) : block.u32le(0);
      }
      return bigEndian ? block.i64be(0) : block.i64le(0);
    }

    String string(long headerAddress) {
      if (headerAddress == 0) {
        return "";
      }
      long header = offset(headerAddress);
      long length = number(header + size);
      if (length < 0 || length > MAX_STRING) {
        throw new Malformed("go.buildinfo", header, "a string of " + length + " bytes");
      }
      int count = (int) length;
      return elf.content().block(offset(number(header)), count).latin1(0, count);
    }

    private long offset(long address) {
      for (Segment segment : elf.segments()) {
        long within = address - segment.address();
        if (segment.type() == Segment.LOAD && within >= 0 && within < segment.fileSize()) {
          return segment.offset() + within;
        }
      }
      throw new Malformed("go.buildinfo", -1, "address " + address + " is in no segment");
    }
  }
}
