package dev.assay.formats.pe;

/**
 * Where a table is.
 *
 * @param address virtual, but for {@link #CERTIFICATES} an offset in the file
 * @param size bytes
 */
public record PeDirectory(long address, long size) {
  public static final int EXPORTS = 0;
  public static final int IMPORTS = 1;
  public static final int RESOURCES = 2;
  public static final int CERTIFICATES = 4;
  public static final int DEBUG = 6;
}
