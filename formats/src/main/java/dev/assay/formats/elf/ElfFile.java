package dev.assay.formats.elf;

import dev.assay.formats.Bytes;
import dev.assay.formats.Leaf;

/** Recognises ELF files of one type; four of them stand in the table of formats. */
public record ElfFile(int elfType, String type) implements Leaf {
  public static final String PROGRAM = "application/x-executable";
  public static final String SHARED_OBJECT = "application/x-sharedlib";
  public static final String OBJECT = "application/x-object";
  public static final String CORE_DUMP = "application/x-coredump";

  /** Whether a file of that type came out of a linker, as a program or a library. */
  public static boolean isLinked(String type) {
    return type.equals(PROGRAM) || type.equals(SHARED_OBJECT);
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!Elf.isAt(content)) {
      return false;
    }
    boolean little = content.block(5, 1).u8(0) == 1;
    int stored = little ? content.block(16, 2).u16le(0) : content.block(16, 2).u16be(0);
    return stored == elfType;
  }
}
