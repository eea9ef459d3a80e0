package dev.assay.compare.change.elf;

import dev.assay.compare.change.code.ProgramCode.Function;
import dev.assay.compare.change.code.ProgramCode.Part;
import dev.assay.formats.Block;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import dev.assay.formats.x86.Decoder;
import dev.assay.formats.x86.Instruction;
import dev.assay.formats.x86.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where linked ELF files for x86 keep the addresses of what they import, and the stubs through
 * which they call it (System V ABI, “Relocation”; processor supplements, “Procedure Linkage
 * Table”).
 */
final class ElfImports {
  private static final long RELOCATIONS_WITH_ADDENDS = 4;
  private static final long RELOCATIONS = 9;
  private static final int MOST = 1 << 17;

  /** Bytes of them in all. */
  private static final long MOST_STUBS = 4 << 20;

  /** Bytes of a stub in the sections that linkers make of them. */
  private static final Map<String, Integer> STUBS =
      Map.of(".plt", 16, ".plt.sec", 16, ".plt.got", 8);

  private final Elf elf;
  private final Map<Long, String> slots = new HashMap<>();
  private int read;
  private long looked;

  private ElfImports(Elf elf) {
    this.elf = elf;
    Map<Long, String> symbols = new HashMap<>();
    elf.dynamic().symbols().forEach(each -> symbols.put(each.at(), each.name()));
    long table = elf.section(".dynsym").map(Section::offset).orElse(-1L);
    for (Section section : elf.sections()) {
      boolean relocations =
          section.type() == RELOCATIONS || section.type() == RELOCATIONS_WITH_ADDENDS;
      if (table >= 0 && relocations && SectionPlaces.isInside(elf, section)) {
        slots(section, table, symbols);
      }
    }
  }

  /** Whether a section holds nothing but stubs, made by the linker. */
  static boolean isStubs(String section) {
    return STUBS.containsKey(section);
  }

  /** Slots and stubs as {@code puts@got} and {@code puts@plt}. */
  static List<Function> of(Elf elf, Decoder decoder, List<Part> parts) {
    ElfImports imports = new ElfImports(elf);
    List<Function> found = new ArrayList<>();
    int width = elf.is64() ? 8 : 4;
    imports.slots.forEach((slot, name) -> found.add(new Function(name + "@got", slot, width)));
    for (Part part : parts) {
      if (isStubs(part.name())) {
        imports.stubs(part, decoder, found);
      }
    }
    return found;
  }

  private void slots(Section section, long table, Map<Long, String> symbols) {
    boolean addends = section.type() == RELOCATIONS_WITH_ADDENDS;
    int width = elf.is64() ? 8 : 4;
    int size = width * (addends ? 3 : 2);
    long count = section.size() / size;
    for (long i = 0; i < count && read++ < MOST; i++) {
      Block entry = elf.content().block(section.offset() + i * size, size);
      long slot = elf.is64() ? entry.i64le(0) : entry.u32le(0);
      long symbol = elf.is64() ? entry.i64le(8) >>> 32 : entry.u32le(4) >>> 8;
      String name = symbols.get(table + symbol * (elf.is64() ? 24 : 16));
      if (symbol > 0 && slot >= 0 && name != null) {
        slots.putIfAbsent(slot, name);
      }
    }
  }

  private void stubs(Part part, Decoder decoder, List<Function> into) {
    int size = STUBS.getOrDefault(part.name(), 16);
    int length = (int) Math.min(part.content().size(), MOST_STUBS - looked);
    looked += length;
    Block code = part.content().block(0, length);
    for (int stub = 0; stub + size <= length; stub += size) {
      for (int at = stub; at < stub + size; ) {
        Optional<Instruction> found = decoder.at(code, at, part.address() + at);
        String name = found.flatMap(this::slot).orElse("");
        if (!name.isEmpty()) {
          into.add(new Function(name + "@plt", part.address() + stub, size));
          break;
        }
        at += found.map(Instruction::length).orElse(size);
      }
    }
  }

  /** What a jump through a slot reaches. */
  private Optional<String> slot(Instruction instruction) {
    return instruction.mnemonic().endsWith("jmp")
            && instruction.operands().getFirst() instanceof Operand.Memory memory
        ? memory.address().map(slots::get)
        : Optional.empty();
  }
}
