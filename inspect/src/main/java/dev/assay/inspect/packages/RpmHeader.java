package dev.assay.inspect.packages;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  static final int LICENSE = 1014;
  static final int GROUP = 1016;
  static final int ARCH = 1022;
  static final int SOURCE = 1044;
  static final int PROVIDES = 1047;
  static final int REQUIRES = 1049;
  private static final int ENTRY = 16;
  private static final int INT32 = 4;
  private static final int STRING = 6;
  private static final int STRING_ARRAY = 8;
  private static final int I18N_STRING = 9;

  private static final Set<Integer> READ =
      Set.of(
          NAME, VERSION, RELEASE, EPOCH, VENDOR, LICENSE, GROUP, ARCH, SOURCE, PROVIDES, REQUIRES);

  private final Map<Integer, List<String>> tags;

  private RpmHeader(Map<Integer, List<String>> tags) {
    this.tags = tags;
  }

  /** Texts and numbers of the tags above; empty where the header does not hold together. */
  static Optional<RpmHeader> read(byte[] blob) {
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
    Map<Integer, List<String>> tags = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      int at = 8 + i * ENTRY;
      int tag = header.getInt(at);
      long offset = data + Integer.toUnsignedLong(header.getInt(at + 8));
      // A tag is read once: entries that repeat would make the work quadratic.
      if (offset < blob.length && READ.contains(tag) && !tags.containsKey(tag)) {
        tags.put(tag, values(header, header.getInt(at + 4), (int) offset, header.getInt(at + 12)));
      }
    }
    return Optional.of(new RpmHeader(tags));
  }

  /** The first value; empty without one. */
  String text(int tag) {
    return all(tag).isEmpty() ? "" : all(tag).getFirst();
  }

  List<String> all(int tag) {
    return tags.getOrDefault(tag, List.of());
  }

  private static List<String> values(ByteBuffer header, int type, int offset, int count) {
    if (type == INT32) {
      return offset + 4 <= header.capacity()
          ? List.of(Integer.toUnsignedString(header.getInt(offset)))
          : List.of();
    }
    if (type != STRING && type != STRING_ARRAY && type != I18N_STRING) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    int start = offset;
    int wanted = type == STRING_ARRAY ? count : 1;
    while (texts.size() < wanted && start < header.capacity()) {
      int end = start;
      while (end < header.capacity() && header.get(end) != 0) {
        end++;
      }
      texts.add(new String(header.array(), start, end - start, StandardCharsets.UTF_8));
      start = end + 1;
    }
    return texts;
  }
}
