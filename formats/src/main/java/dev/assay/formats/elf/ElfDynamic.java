package dev.assay.formats.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dynamic segment: what a file needs and offers when it is linked at run time. Empty for a
 * static file.
 */
public final class ElfDynamic {
  private static final int MAX_ENTRIES = 4096;
  private static final int MAX_SYMBOLS = 500_000;
  private static final int MAX_NAME = 4096;

  private final List<DynamicEntry> entries;
  private final Bytes strings;
  private final List<Symbol> symbols;

  private ElfDynamic(List<DynamicEntry> entries, Bytes strings, List<Symbol> symbols) {
    this.entries = entries;
    this.strings = strings;
    this.symbols = symbols;
  }

  static ElfDynamic read(Elf elf) {
    ElfDynamic none = new ElfDynamic(List.of(), Bytes.of(new byte[0]), List.of());
    // In a file of debugging information it is behind the end, and of no bytes.
    Optional<Segment> segment = elf.segment(Segment.DYNAMIC).filter(all -> all.fileSize() != 0);
    if (segment.isEmpty()) {
      return none;
    }
    try {
      List<DynamicEntry> entries = entries(elf, segment.get());
      Bytes strings = strings(elf, entries);
      return new ElfDynamic(entries, strings, symbols(elf, entries, strings));
    } catch (Malformed damaged) {
      elf.problem("elf.dynamic", segment.get().offset(), damaged.getMessage() + "; read as empty");
      return none;
    }
  }

  public boolean isPresent() {
    return !entries.isEmpty();
  }

  public boolean has(long tag) {
    return entries.stream().anyMatch(entry -> entry.tag() == tag);
  }

  /** The entries in order. */
  public List<DynamicEntry> entries() {
    return entries;
  }

  /** The first value of a tag, or 0. */
  public long value(long tag) {
    for (DynamicEntry entry : entries) {
      if (entry.tag() == tag) {
        return entry.value();
      }
    }
    return 0;
  }

  /** The strings that all entries of a tag name. */
  public List<String> strings(long tag) {
    List<String> found = new ArrayList<>();
    for (DynamicEntry entry : entries) {
      if (entry.tag() == tag) {
        string(entry).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The string that an entry names; empty where it names none. */
  public Optional<String> string(DynamicEntry entry) {
    return entry.value() >= 0 && entry.value() < strings.size()
        ? Optional.of(strings.blockUpTo(entry.value(), MAX_NAME).cString(0, MAX_NAME))
        : Optional.empty();
  }

  public List<Symbol> symbols() {
    return symbols;
  }

  /** The table of strings; empty where there is none. */
  public Bytes strings() {
    return strings;
  }

  /**
   * Whether {@link #symbols} are all there are: what links libraries has some, and a table at the
   * limit may go on.
   */
  public boolean symbolsAreComplete() {
    return symbols.isEmpty() ? !has(DynamicEntry.NEEDED) : symbols.size() < MAX_SYMBOLS - 1;
  }

  private static List<DynamicEntry> entries(Elf elf, Segment segment) {
    ElfFields fields = elf.fields();
    int size = fields.at(8, 16);
    int count = (int) Math.clamp(segment.fileSize() / size, 0, MAX_ENTRIES);
    Block table = elf.content().block(segment.offset(), count * size);
    List<DynamicEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long tag = fields.address(table, i * size);
      if (tag == 0) {
        break;
      }
      entries.add(
          new DynamicEntry(
              tag, fields.address(table, i * size + size / 2), segment.offset() + (long) i * size));
    }
    return entries;
  }

  private static long value(List<DynamicEntry> entries, long tag) {
    for (DynamicEntry entry : entries) {
      if (entry.tag() == tag) {
        return entry.value();
      }
    }
    return 0;
  }

  private static Bytes strings(Elf elf, List<DynamicEntry> entries) {
    long offset = elf.offsetOf(value(entries, DynamicEntry.STRTAB));
    if (offset < 0) {
      return Bytes.of(new byte[0]);
    }
    Bytes rest = elf.content().from(offset);
    return rest.slice(0, Math.clamp(value(entries, DynamicEntry.STRSZ), 0, rest.size()));
  }

  private static List<Symbol> symbols(Elf elf, List<DynamicEntry> entries, Bytes strings) {
    long offset = elf.offsetOf(value(entries, DynamicEntry.SYMTAB));
    int count = symbolCount(elf, entries, offset);
    if (offset < 0 || count <= 1) {
      return List.of();
    }
    ElfFields fields = elf.fields();
    int size = fields.at(16, 24);
    Block table = elf.content().block(offset, count * size);
    Block names = strings.head(Integer.MAX_VALUE);
    List<Symbol> symbols = new ArrayList<>(count);
    for (int i = 1; i < count; i++) {
      int at = i * size;
      long name = fields.word(table, at);
      if (name > 0 && name < names.size()) {
        int type = table.u8(at + fields.at(12, 4)) & 15;
        symbols.add(
            new Symbol(
                names.cString((int) name, MAX_NAME),
                fields.half(table, at + fields.at(14, 6)) != 0,
                type == 0 || type == 2 || type == 10,
                fields.address(table, at + fields.at(4, 8)),
                offset + at));
      }
    }
    return symbols;
  }

  /**
   * The dynamic segment does not say how many symbols there are. The hash table does; where there
   * is only a GNU hash table, the string table, which by custom follows the symbols, bounds them.
   */
  private static int symbolCount(Elf elf, List<DynamicEntry> entries, long symbolsAt) {
    ElfFields fields = elf.fields();
    int size = fields.at(16, 24);
    long room = symbolsAt < 0 ? 0 : Math.max(0, elf.content().size() - symbolsAt) / size;
    long hash = elf.offsetOf(value(entries, DynamicEntry.HASH));
    if (value(entries, DynamicEntry.HASH) != 0 && hash >= 0) {
      long chains = fields.word(elf.content().block(hash, 8), 4);
      return (int) Math.clamp(chains, 0, Math.min(room, MAX_SYMBOLS));
    }
    long strings = elf.offsetOf(value(entries, DynamicEntry.STRTAB));
    if (strings > symbolsAt) {
      return (int) Math.clamp((strings - symbolsAt) / size, 0, Math.min(room, MAX_SYMBOLS));
    }
    return (int) Math.min(room, elf.section(".dynsym").map(s -> s.size() / size).orElse(0L));
  }
}
