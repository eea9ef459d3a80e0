package dev.assay.formats.elf;

/**
 * One program header; sizes and offsets in bytes.
 *
 * @param headerAt where in the file the header itself stands
 */
public record Segment(
    long type,
    long flags,
    long offset,
    long address,
    long fileSize,
    long memorySize,
    long headerAt) {
  public static final long LOAD = 1;
  public static final long DYNAMIC = 2;
  public static final long INTERP = 3;
  public static final long NOTE = 4;
  public static final long GNU_STACK = 0x6474E551L;
  public static final long GNU_RELRO = 0x6474E552L;
  public static final long GNU_PROPERTY = 0x6474E553L;
  private static final int EXECUTE = 1;
  private static final int WRITE = 2;
  private static final int READ = 4;

  public boolean isExecutable() {
    return (flags & EXECUTE) != 0;
  }

  /** The access it asks for, as {@code R}, {@code W} and {@code E}. */
  public String access() {
    return ((flags & READ) != 0 ? "R" : "")
        + (isWritable() ? "W" : "")
        + (isExecutable() ? "E" : "");
  }

  public boolean isWritable() {
    return (flags & WRITE) != 0;
  }
}
