package dev.assay.inspect.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A zip archive whose only member is the archive itself (only its CRC is wrong), built as R. Cox
 * describes in "Zip Files All The Way Down" (2010): a deflate stream of literal blocks L, which
 * hold the bytes of instructions, and copies R, all five bytes long.
 */
public final class ZipQuine {
  /**
   * 30 characters: so that the first copy has the length of 65, whose block takes exactly 40 bits.
   */
  static final String NAME = "quine-of-thirty-characters.zip";

  private static final int UNIT = 5;
  private static final int DIRECTORY = 46;
  private static final int END = 22;
  private static final int LAST_COPY = 4;

  private ZipQuine() {}

  public static byte[] bytes() {
    // The sizes stand in the bytes themselves, but do not change how many there are.
    byte[] draft = archive(0, 0);
    int header = 30 + NAME.length();
    return archive(draft.length - header - suffix(0, 0, 0).length, draft.length);
  }

  private static byte[] archive(int compressed, int size) {
    byte[] prefix = prefix(compressed, size);
    byte[] suffix = suffix(compressed, size, prefix.length + compressed);
    byte[] l0 = literal(0);
    byte[] l1 = literal(UNIT);
    byte[] l4 = literal(4 * UNIT);
    byte[] first = literal(prefix.length + UNIT);
    byte[] last = literal(LAST_COPY + suffix.length);
    byte[] copyFirst = copyFirst(prefix.length + UNIT);
    byte[] copyFour = copyFour();
    byte[] copyLast = copyLast(LAST_COPY + suffix.length);
    return join(
        prefix, first, prefix, first, copyFirst, l1, copyFirst, l1, l1, l4, copyFirst, l1, l1, l4,
        copyFour, l4, copyFour, l4, copyFour, l4, copyFour, l4, copyFour, l0, l0, last, copyFour,
        l0, l0, last, copyLast, suffix, copyLast, suffix);
  }

  /** Header of a stored block (RFC 1951 §3.2.4); what it holds follows. */
  private static byte[] literal(int length) {
    return little(UNIT).put((byte) 0).putShort((short) length).putShort((short) ~length).array();
  }

  /** One copy of 65 bytes, then an empty block: 3 + 7 + 3 + 5 + 5 + 7, and 3 + 7 bits. */
  private static byte[] copyFirst(int length) {
    if (length != 65) {
      throw new IllegalArgumentException("the name must have 30 characters");
    }
    return new Bits()
        .block(false)
        .code(276 - 256, 7)
        .extra(65 - 59, 3)
        .code(12, 5)
        .extra(65 - 65, 5)
        .end()
        .block(false)
        .end()
        .bytes();
  }

  /** Twice ten bytes from twenty back: 3 + 2 × (7 + 5 + 3) + 7 bits. */
  private static byte[] copyFour() {
    Bits bits = new Bits().block(false);
    for (int i = 0; i < 2; i++) {
      bits.code(264 - 256, 7).code(8, 5).extra(20 - 17, 3);
    }
    return bits.end().bytes();
  }

  private static byte[] copyLast(int length) {
    if (length < 99 || length > 114) {
      throw new IllegalArgumentException("length symbol 279 stands for 99 to 114");
    }
    return new Bits()
        .block(true)
        .code(279 - 256, 7)
        .extra(length - 99, 4)
        .code(13, 5)
        .extra(length - 97, 5)
        .end()
        .bytes();
  }

  private static byte[] prefix(int compressed, int size) {
    return little(30 + NAME.length())
        .putInt(0x04034B50)
        .put(fields(compressed, size))
        .put(NAME.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static byte[] suffix(int compressed, int size, int directory) {
    int length = DIRECTORY + NAME.length();
    return little(length + END)
        .putInt(0x02014B50)
        .putShort((short) 20)
        .put(fields(compressed, size))
        .put(new byte[14])
        .put(NAME.getBytes(StandardCharsets.US_ASCII))
        .putInt(0x06054B50)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(length)
        .putInt(directory)
        .putShort((short) 0)
        .array();
  }

  /** What both headers have: version, flags, method, time, CRC, sizes, lengths. */
  private static byte[] fields(int compressed, int size) {
    return little(26)
        .putShort((short) 20)
        .putShort((short) 0)
        .putShort((short) 8)
        .putInt(0)
        .putInt(0)
        .putInt(compressed)
        .putInt(size)
        .putShort((short) NAME.length())
        .putShort((short) 0)
        .array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Bits of blocks with fixed Huffman codes, lowest first. */
  private static final class Bits {
    private final StringBuilder bits = new StringBuilder();

    Bits block(boolean last) {
      bits.append(last ? '1' : '0').append("10");
      return this;
    }

    /** A Huffman code: its highest bit comes first. */
    Bits code(int code, int width) {
      for (int i = width - 1; i >= 0; i--) {
        bits.append(code >> i & 1);
      }
      return this;
    }

    Bits extra(int value, int width) {
      for (int i = 0; i < width; i++) {
        bits.append(value >> i & 1);
      }
      return this;
    }

    Bits end() {
      return code(0, 7);
    }

    byte[] bytes() {
      byte[] bytes = new byte[(bits.length() + 7) / 8];
      for (int i = 0; i < bits.length(); i++) {
        bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << i % 8);
      }
      return bytes;
    }
  }
}
