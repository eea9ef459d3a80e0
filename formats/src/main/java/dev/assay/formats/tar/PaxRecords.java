package dev.assay.formats.tar;

import dev.assay.formats.Malformed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Extended attributes of a member: {@code LENGTH KEY=VALUE\n}, where values are bytes. */
final class PaxRecords {
  static final PaxRecords NONE = new PaxRecords(Map.of(), List.of());
  private static final String XATTR = "SCHILY.xattr.";
  private static final String LIBARCHIVE_XATTR = "LIBARCHIVE.xattr.";

  private final Map<String, byte[]> values;

  /** GNU sparse 0.0 repeats these keys, in order: offset, length, offset, length … */
  private final List<Long> sparse;

  private PaxRecords(Map<String, byte[]> values, List<Long> sparse) {
    this.values = values;
    this.sparse = sparse;
  }

  /**
   * Adds the records in {@code raw}; they replace those of the same key. An empty value removes
   * one.
   */
  PaxRecords and(byte[] raw, long origin) {
    Map<String, byte[]> all = new HashMap<>(values);
    List<Long> pairs = new ArrayList<>(sparse);
    int at = 0;
    while (at < raw.length && raw[at] != 0) {
      int space = indexOf(raw, at, ' ', raw.length);
      int end = at + length(raw, at, space, origin);
      int equals = indexOf(raw, space + 1, '=', end);
      if (equals < 0 || end > raw.length || raw[end - 1] != '\n') {
        throw damage(origin + at);
      }
      String key = new String(raw, space + 1, equals - space - 1, StandardCharsets.UTF_8);
      byte[] value = Arrays.copyOfRange(raw, equals + 1, end - 1);
      if (key.equals("GNU.sparse.offset") || key.equals("GNU.sparse.numbytes")) {
        pairs.add(decimal(value).orElseThrow(() -> damage(origin)));
      }
      if (value.length == 0) {
        all.remove(key);
      } else {
        all.put(key, value);
      }
      at = end;
    }
    return new PaxRecords(all, pairs);
  }

  /** These records, with {@code other} before them. */
  PaxRecords over(PaxRecords other) {
    if (other.values.isEmpty()) {
      return this;
    }
    Map<String, byte[]> all = new HashMap<>(other.values);
    all.putAll(values);
    return new PaxRecords(all, sparse);
  }

  Optional<byte[]> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** A decimal number; empty where the key is absent or its value is none. */
  OptionalLong number(String key) {
    byte[] value = values.get(key);
    return value == null ? OptionalLong.empty() : optional(decimal(value));
  }

  List<Long> sparsePairs() {
    return sparse;
  }

  /** Extended attributes of the file, as star, GNU tar and libarchive write them. */
  Map<String, byte[]> xattrs() {
    Map<String, byte[]> found = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(XATTR)) {
            found.put(key.substring(XATTR.length()), value);
          } else if (key.startsWith(LIBARCHIVE_XATTR)) {
            libarchive(key, value, found);
          }
        });
    return Collections.unmodifiableMap(found);
  }

  private static void libarchive(String key, byte[] value, Map<String, byte[]> found) {
    try {
      String name =
          URLDecoder.decode(
              key.substring(LIBARCHIVE_XATTR.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
      String text =
          new String(value, StandardCharsets.ISO_8859_1).replaceFirst("(?<![=\\s])[=\\s]+$", "");
      found.putIfAbsent(name, Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      found.putIfAbsent(key, value);
    }
  }

  private static int length(byte[] raw, int at, int space, long origin) {
    long length =
        space < 0 || space - at > 9 ? -1 : decimal(Arrays.copyOfRange(raw, at, space)).orElse(-1L);
    if (length <= space - at + 1 || length > raw.length - at) {
      throw damage(origin + at);
    }
    return (int) length;
  }

  static Optional<Long> decimal(byte[] digits) {
    long value = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9' || value > (Long.MAX_VALUE - 9) / 10) {
        return Optional.empty();
      }
      value = value * 10 + (digit - '0');
    }
    return digits.length == 0 ? Optional.empty() : Optional.of(value);
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
  }

  private static int indexOf(byte[] raw, int from, char wanted, int end) {
    for (int i = from; i < Math.min(end, raw.length); i++) {
      if (raw[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static Malformed damage(long at) {
    return new Malformed(
        "tar.pax",
        at,
        "expected a record `LENGTH KEY=VALUE`; the rest of these records is not read");
  }
}
