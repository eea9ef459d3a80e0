package dev.assay.catalogue.forge;

import dev.assay.model.Owner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tar archive in memory: POSIX ustar headers (IEEE 1003.1 "pax", ustar interchange
 * format), with a pax extended header where a path is long or extended attributes are given ({@code
 * SCHILY.xattr.*}, as GNU tar and libarchive write them). Times are zero, so the same entries give
 * the same bytes.
 */
public final class TarWriter {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public TarWriter file(
      String path, byte[] content, int mode, Owner owner, Map<String, byte[]> xattrs) {
    extended(path, "", xattrs);
    header(path, '0', content.length, mode, owner, "", 0, 0);
    out.writeBytes(content);
    pad(content.length);
    return this;
  }

  public TarWriter directory(String path, int mode, Owner owner, Map<String, byte[]> xattrs) {
    extended(path + "/", "", xattrs);
    header(path + "/", '5', 0, mode, owner, "", 0, 0);
    return this;
  }

  public TarWriter link(String path, String target, Owner owner) {
    extended(path, target, Map.of());
    header(path, '2', 0, 0777, owner, target, 0, 0);
    return this;
  }

  /**
   * @param type {@code c} or {@code b}
   */
  public TarWriter device(String path, char type, int major, int minor, int mode, Owner owner) {
    extended(path, "", Map.of());
    header(path, type == 'c' ? '3' : '4', 0, mode, owner, "", major, minor);
    return this;
  }

  /** The archive, ended. The writer is not to be used further. */
  public byte[] finish() {
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private void extended(String path, String target, Map<String, byte[]> xattrs) {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    if (utf8(path).length > NAME) {
      record(records, "path", utf8(path));
    }
    if (utf8(target).length > NAME) {
      record(records, "linkpath", utf8(target));
    }
    new TreeMap<>(xattrs).forEach((name, value) -> record(records, "SCHILY.xattr." + name, value));
    if (records.size() > 0) {
      header("pax_headers/entry", 'x', records.size(), 0644, Owner.ROOT, "", 0, 0);
      out.writeBytes(records.toByteArray());
      pad(records.size());
    }
  }

  /** {@code LENGTH KEY=VALUE\n}, where the length counts itself. */
  private static void record(ByteArrayOutputStream records, String key, byte[] value) {
    int rest = 1 + utf8(key).length + 1 + value.length + 1;
    int length = rest;
    while (length != rest + String.valueOf(length).length()) {
      length = rest + String.valueOf(length).length();
    }
    records.writeBytes(utf8(length + " " + key + "="));
    records.writeBytes(value);
    records.write('\n');
  }

  private void header(
      String path,
      char type,
      long size,
      int mode,
      Owner owner,
      String target,
      int major,
      int minor) {
    byte[] block = new byte[BLOCK];
    put(block, 0, NAME, path);
    octal(block, 100, 8, mode);
    octal(block, 108, 8, owner.uid());
    octal(block, 116, 8, owner.gid());
    octal(block, 124, 12, size);
    octal(block, 136, 12, 0);
    Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = (byte) type;
    put(block, 157, NAME, target);
    put(block, 257, 6, "ustar");
    put(block, 263, 2, "00");
    octal(block, 329, 8, major);
    octal(block, 337, 8, minor);
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, 8, String.format(Locale.ROOT, "%06o\0 ", sum));
    out.writeBytes(block);
  }

  private void pad(long length) {
    out.writeBytes(new byte[(int) ((BLOCK - length % BLOCK) % BLOCK)]);
  }

  private static void put(byte[] block, int at, int length, String text) {
    byte[] bytes = utf8(text);
    System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, length));
  }

  private static void octal(byte[] block, int at, int length, long value) {
    put(block, at, length, String.format(Locale.ROOT, "%0" + (length - 1) + "o", value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
