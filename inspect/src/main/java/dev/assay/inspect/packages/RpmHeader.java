package dev.assay.inspect.packages;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An rpm header as the database stores it (RPM file format, "Header"), big-endian.
 *
 * <pre>
 * 0  4  number of index entries     index entry: 0 4 tag, 4 4 type, 8 4 offset, 12 4 count
 * 4  4  bytes of data               types: 4 INT32, 6 STRING, 8 STRING_ARRAY, 9 I18NSTRING
 * 8  …  index entries, then data
 * </pre>
 */
final class RpmHeader {
  static final int NAME = 1000;
  static final int VERSION = 1001;
  static final int RELEASE = 1002;
  static final int EPOCH = 1003;
  static final int VENDOR = 1011;
  static final int GROUP = 1016;
  static final int ARCH = 1022;
  static final int SOURCE = 1044;
  private static final int ENTRY = 16;
  private static final int INT32 = 4;

  private RpmHeader() {}

  /** Texts and numbers by tag; empty where the header does not hold together. */
  static Optional<Map<Integer, String>> read(byte[] blob) {
    if (blob.length < 8) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(blob);
    int entries = header.getInt(0);
    int size = header.getInt(4);
    long data = 8 + (long) entries * ENTRY;
    if (entries < 0 || size < 0 || data + size > blob.length) {
      return Optional.empty();
    }
    Map<Integer, String> tags = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      int at = 8 + i * ENTRY;
      int type = header.getInt(at + 4);
      long offset = data + Integer.toUnsignedLong(header.getInt(at + 8));
      if (offset < blob.length) {
        value(blob, header, type, (int) offset)
            .ifPresent(value -> tags.put(header.getInt(at), value));
      }
    }
    return Optional.of(tags);
  }

  private static Optional<String> value(byte[] blob, ByteBuffer header, int type, int offset) {
    if (type == INT32) {
      return offset + 4 <= blob.length
          ? Optional.of(Integer.toUnsignedString(header.getInt(offset)))
          : Optional.empty();
    }
    if (type != 6 && type != 8 && type != 9) {
      return Optional.empty();
    }
    int end = offset;
    while (end < blob.length && blob[end] != 0) {
      end++;
    }
    return Optional.of(new String(blob, offset, end - offset, StandardCharsets.UTF_8));
  }
}
