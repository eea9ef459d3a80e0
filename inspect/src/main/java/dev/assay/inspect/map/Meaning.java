package dev.assay.inspect.map;

/** What the bytes of a region are. */
public sealed interface Meaning {
  /**
   * A structure of a known format.
   *
   * @param type media type
   */
  record Structure(String type) implements Meaning {}

  /**
   * What a structure needs besides its parts: its header, tables, the end of its last block.
   *
   * @param type media type of that structure
   */
  record Frame(String type) implements Meaning {}

  /** A part that is more than one thing; its regions tell. */
  record Part() implements Meaning {}

  /**
   * One value over and over: erased flash or filled space.
   *
   * @param value 0 or 255
   */
  record Padding(int value) implements Meaning {}

  /** Characters. */
  record Text() implements Meaning {}

  /**
   * Bytes of no known format.
   *
   * @param entropy bits per byte
   * @param look {@code random}, as encrypted content is; {@code compressed}; {@code sparse}; {@code
   *     structured}; {@code blocks}, as of a cipher in ECB mode; or empty where they are too few to
   *     tell
   */
  record Unknown(double entropy, String look) implements Meaning {}
}
