package dev.assay.formats.elf;

/** One program header; sizes and offsets in bytes. */
public record Segment(
    long type, long flags, long offset, long address, long fileSize, long memorySize) {
  public static final long LOAD = 1;
  public static final long DYNAMIC = 2;
  public static final long INTERP = 3;
  public static final long NOTE = 4;
  public static final long GNU_STACK = 0x6474E551L;
  public static final long GNU_RELRO = 0x6474E552L;
  public static final long GNU_PROPERTY = 0x6474E553L;
  private static final int EXECUTE = 1;
  private static final int WRITE = 2;

  public boolean isExecutable() {
    return (flags & EXECUTE) != 0;
  }

  public boolean isWritable() {
    return (flags & WRITE) != 0;
  }
}
