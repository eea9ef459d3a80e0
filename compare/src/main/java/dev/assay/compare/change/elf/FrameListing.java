package dev.assay.compare.change.elf;

import dev.assay.compare.change.code.Alignment;
import dev.assay.formats.Block;
import dev.assay.formats.dwarf.CallFrames;
import dev.assay.formats.dwarf.FunctionEntry;
import dev.assay.formats.dwarf.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How functions are unwound, in the order of their addresses. The same are those of one name, or of
 * none, whose code is equally long and whose call frame instructions are the same.
 */
final class FrameListing implements Alignment.Lines, Meaning {
  /** DW_CFA_nop, by which entries are filled up. */
  private static final int PADDING = 0;

  private final ElfSpace space;
  private final List<FunctionEntry> entries;
  private final long[] keys;

  FrameListing(CallFrames frames, ElfSpace space) {
    this.space = space;
    this.entries =
        frames.functions().stream().sorted(Comparator.comparingLong(FunctionEntry::start)).toList();
    this.keys = new long[entries.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(entries.get(i));
    }
  }

  private long key(FunctionEntry entry) {
    long key = Alignment.Lines.key(name(entry));
    key = mix(key, entry.length());
    key = mix(key, entry.common().number() * 2L + (entry.exceptions() == 0 ? 0 : 1));
    Block program = entry.program();
    int end = program.size();
    while (end > 0 && program.u8(end - 1) == PADDING) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      key = mix(key, program.u8(i));
    }
    return key;
  }

  /** As FNV-1a does, though not byte by byte. */
  private static long mix(long key, long value) {
    return (key ^ value) * 0x100_0000_01B3L;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public long key(int line) {
    return keys[line];
  }

  ElfSpace space() {
    return space;
  }

  FunctionEntry entry(int line) {
    return entries.get(line);
  }

  /** The name of the function; empty where it has none. */
  String name(int line) {
    return name(entry(line));
  }

  private String name(FunctionEntry entry) {
    return space.symbol(entry.start()).orElse("");
  }

  /** Its name, or where it is: {@code sub_1139}. */
  String shown(int line) {
    String name = name(line);
    return name.isEmpty() ? "sub_" + Long.toHexString(entry(line).start()) : name;
  }

  String head(int line) {
    return head(entry(line));
  }

  private static String head(FunctionEntry entry) {
    return "0x%x bytes, CIE %d%s"
        .formatted(
            entry.length(),
            entry.common().number(),
            entry.exceptions() == 0 ? "" : ", with an exception table");
  }

  List<String> instructions(int line) {
    List<String> all = new ArrayList<>(entry(line).instructions(this));
    while (!all.isEmpty() && all.getLast().equals("DW_CFA_nop")) {
      all.removeLast();
    }
    return all;
  }

  /** All of it. */
  String text(int line) {
    List<String> all = new ArrayList<>(List.of(head(line)));
    all.addAll(instructions(line));
    return String.join("; ", all);
  }

  @Override
  public String address(long address) {
    return space.name(address);
  }

  @Override
  public String indexed(long index) {
    return "index " + index;
  }

  @Override
  public String type(long offset) {
    return "type";
  }

  @Override
  public String entry(long at) {
    return "entry";
  }
}
