package dev.assay.formats.dwarf;

/**
 * @param name its number; {@link Names#AT} has the word
 */
public record Attribute(int name, Value value) {
  public static final int SIBLING = 0x01;
  public static final int LOCATION = 0x02;
  public static final int NAME = 0x03;
  public static final int STATEMENTS = 0x10;
  public static final int LOW_PC = 0x11;
  public static final int HIGH_PC = 0x12;
  public static final int LANGUAGE = 0x13;
  public static final int COMPILED_IN = 0x1B;
  public static final int ABSTRACT_ORIGIN = 0x31;
  public static final int DECLARED_IN = 0x3A;
  public static final int ENCODING = 0x3E;
  public static final int SPECIFICATION = 0x47;
  public static final int TYPE = 0x49;
  public static final int RANGES = 0x55;
  public static final int CALLED_IN = 0x58;
  public static final int LINKAGE_NAME = 0x6E;
  public static final int TEXT_OFFSETS = 0x72;
  public static final int ADDRESSES = 0x73;
  public static final int RANGE_LISTS = 0x74;
  public static final int LOCATION_LISTS = 0x8C;
  public static final int MIPS_LINKAGE_NAME = 0x2007;
}
