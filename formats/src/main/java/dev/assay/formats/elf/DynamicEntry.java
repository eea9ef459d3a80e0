package dev.assay.formats.elf;

/**
 * One entry of the dynamic segment.
 *
 * @param at where in the file it stands, in bytes
 */
public record DynamicEntry(long tag, long value, long at) {
  public static final long NEEDED = 1;
  public static final long STRTAB = 5;
  public static final long SYMTAB = 6;
  public static final long STRSZ = 10;
  public static final long SONAME = 14;
  public static final long RPATH = 15;
  public static final long TEXTREL = 22;
  public static final long BIND_NOW = 24;
  public static final long RUNPATH = 29;
  public static final long FLAGS = 30;
  public static final long HASH = 4;
  public static final long GNU_HASH = 0x6FFFFEF5L;
  public static final long FLAGS_1 = 0x6FFFFFFBL;
  public static final long VERDEF = 0x6FFFFFFCL;
  public static final long VERDEFNUM = 0x6FFFFFFDL;
}
