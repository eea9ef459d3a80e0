package dev.assay.compare.change.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.List;
import java.util.Map;

/**
 * What sections of an ELF file hold; in relocatable files as if each section were where {@link
 * ElfSpace} has it (System V ABI, “Relocation”; the processor supplements). Relocations that only
 * code has are left out.
 */
record RelocatedBytes(Elf elf, ElfSpace space) {
  private static final long RELA = 4;
  private static final long REL = 9;
  private static final int MIPS = 8;
  private static final int MOST = 1 << 20;
  private static final int MAX = 32 << 20;

  /**
   * @param size in bytes
   * @param fromPlace whether the result counts from where it stands
   */
  private record Kind(int size, boolean fromPlace) {}

  private static final Kind WORD = new Kind(4, false);
  private static final Kind LONG = new Kind(8, false);
  private static final Kind NEAR = new Kind(4, true);
  private static final Kind FAR = new Kind(8, true);

  /** By e_machine and number. */
  private static final Map<Integer, Map<Integer, Kind>> KINDS =
      Map.of(
          3, Map.of(1, WORD, 2, NEAR, 32, WORD),
          8, Map.of(2, WORD, 18, LONG, 248, NEAR),
          20, Map.of(1, WORD, 26, NEAR),
          21, Map.of(1, WORD, 26, NEAR, 38, LONG, 44, FAR),
          22, Map.of(4, WORD, 5, NEAR, 22, LONG, 23, FAR),
          40, Map.of(2, WORD, 3, NEAR),
          62, Map.of(1, LONG, 2, NEAR, 10, WORD, 11, WORD, 17, LONG, 21, WORD, 24, FAR),
          183, Map.of(257, LONG, 258, WORD, 260, FAR, 261, NEAR),
          243, Map.of(1, WORD, 2, LONG, 57, NEAR),
          258, Map.of(1, WORD, 2, LONG, 99, NEAR));

  /** Of no bytes where the section is not in the file. */
  Bytes of(Section section) {
    Bytes content = new ElfBytes(elf).of(section);
    Map<Integer, Kind> kinds = KINDS.getOrDefault(elf.machine(), Map.of());
    boolean strange = elf.machine() == MIPS && elf.is64();
    if (elf.type() != Elf.RELOCATABLE || kinds.isEmpty() || strange || content.size() > MAX) {
      return content;
    }
    ElfBytes bytes = new ElfBytes(elf);
    int number = elf.sections().indexOf(section);
    byte[] relocated = null;
    long left = MOST;
    for (Section table : elf.sections()) {
      boolean relocations = table.type() == RELA || table.type() == REL;
      if (relocations && SectionPlaces.isInside(elf, table) && bytes.about(table) == number) {
        relocated = relocated == null ? content.toArray(MAX) : relocated;
        left -= apply(table, kinds, relocated, space.base(section), left);
      }
    }
    return relocated == null ? content : Bytes.of(relocated);
  }

  /** How many there were. */
  private long apply(Section table, Map<Integer, Kind> kinds, byte[] into, long base, long most) {
    List<Section> all = elf.sections();
    if (table.link() <= 0
        || table.link() >= all.size()
        || !SectionPlaces.isInside(elf, all.get(table.link()))) {
      return 1;
    }
    ElfBytes bytes = new ElfBytes(elf);
    boolean addends = table.type() == RELA;
    int size = addends ? bytes.at(12, 24) : bytes.at(8, 16);
    long count = Math.min(most, table.size() / size);
    Block symbols = bytes.block(all.get(table.link()));
    for (long i = 0; i < count; i++) {
      Fields entry = bytes.fields(table.offset() + i * size, size);
      long place = bytes.address(entry, 0);
      long info = bytes.address(entry, bytes.at(4, 8));
      Kind kind = kinds.get((int) (elf.is64() ? info & 0xFFFF_FFFFL : info & 0xFF));
      if (kind != null && place >= 0 && place <= into.length - kind.size()) {
        Field field = new Field(into, (int) place, kind.size(), elf.isLittleEndian());
        long addend = !addends ? field.value() : elf.is64() ? entry.i64(16) : entry.i32(8);
        long symbol = symbol(symbols, elf.is64() ? info >>> 32 : info >>> 8);
        field.set(symbol + addend - (kind.fromPlace() ? base + place : 0));
      }
    }
    return 1 + Math.max(0, count);
  }

  /** What a symbol stands for; 0 where it is not defined. */
  private long symbol(Block table, long number) {
    ElfBytes bytes = new ElfBytes(elf);
    int size = bytes.at(16, 24);
    if (number <= 0 || number >= table.size() / size) {
      return 0;
    }
    Fields symbol = bytes.fields(table.slice((int) number * size, size));
    int section = symbol.u16(bytes.at(14, 6));
    long base =
        section > 0 && section < elf.sections().size()
            ? space.base(elf.sections().get(section))
            : 0;
    return base + bytes.address(symbol, bytes.at(4, 8));
  }

  /** A number in an array. */
  private record Field(byte[] all, int at, int size, boolean little) {
    long value() {
      long value = 0;
      for (int i = 0; i < size; i++) {
        value = value << 8 | all[little ? at + size - 1 - i : at + i] & 0xFF;
      }
      return size == 4 ? (int) value : value;
    }

    void set(long value) {
      for (int i = 0; i < size; i++) {
        all[little ? at + i : at + size - 1 - i] = (byte) (value >> 8 * i);
      }
    }
  }
}
