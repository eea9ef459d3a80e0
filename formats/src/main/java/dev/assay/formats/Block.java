package dev.assay.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A run of bytes in memory, read by field. Offsets are relative to the block; a read outside it
 * throws {@link Malformed} with the offset in the bytes the block was taken from.
 */
public final class Block {
  private static final VarHandle SHORT_LE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT_BE = view(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT_LE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BE = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG_LE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG_BE = view(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] array;
  private final int from;
  private final int length;
  private final long origin;

  Block(byte[] array, int from, int length, long origin) {
    this.array = array;
    this.from = from;
    this.length = length;
    this.origin = origin;
  }

  public int size() {
    return length;
  }

  /**
   * The array that holds the block from {@link #arrayOffset()}: for codecs. Must not be written to.
   */
  public byte[] array() {
    return array;
  }

  public int arrayOffset() {
    return from;
  }

  public int u8(int at) {
    return array[index(at, 1)] & 0xFF;
  }

  public int u16le(int at) {
    return (short) SHORT_LE.get(array, index(at, 2)) & 0xFFFF;
  }

  public int u16be(int at) {
    return (short) SHORT_BE.get(array, index(at, 2)) & 0xFFFF;
  }

  public int i32le(int at) {
    return (int) INT_LE.get(array, index(at, 4));
  }

  public int i32be(int at) {
    return (int) INT_BE.get(array, index(at, 4));
  }

  public long u32le(int at) {
    return Integer.toUnsignedLong(i32le(at));
  }

  public long u32be(int at) {
    return Integer.toUnsignedLong(i32be(at));
  }

  /** A 64-bit field; negative where its top bit is set, which range checks then refuse. */
  public long i64le(int at) {
    return (long) LONG_LE.get(array, index(at, 8));
  }

  public long i64be(int at) {
    return (long) LONG_BE.get(array, index(at, 8));
  }

  /** A copy of {@code count} bytes. */
  public byte[] bytes(int at, int count) {
    int start = index(at, count);
    return Arrays.copyOfRange(array, start, start + count);
  }

  public Block slice(int at, int count) {
    return new Block(array, index(at, count), count, origin + at);
  }

  /** ISO 8859-1 text of exactly {@code count} bytes. */
  public String latin1(int at, int count) {
    return string(at, count, StandardCharsets.ISO_8859_1);
  }

  public String utf8(int at, int count) {
    return string(at, count, StandardCharsets.UTF_8);
  }

  /** ISO 8859-1 text up to a NUL, at most {@code limit} bytes and not beyond the block. */
  public String cString(int at, int limit) {
    int end = Math.min(length, at + Math.min(limit, length));
    int stop = at;
    while (stop < end && array[from + stop] != 0) {
      stop++;
    }
    return stop <= at ? "" : latin1(at, stop - at);
  }

  /** How many bytes from {@code at} on have the value of the first of them. */
  public int run(int at) {
    int start = index(at, 1);
    int end = from + length;
    int other = Arrays.mismatch(array, start, end - 1, array, start + 1, end);
    return other < 0 ? end - start : other + 1;
  }

  public boolean equalTo(byte[] expected) {
    return Arrays.equals(array, from, from + length, expected, 0, expected.length);
  }

  /** Whether the block is this ISO 8859-1 text and nothing more. */
  boolean equalTo(String expected) {
    if (expected.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((array[from + i] & 0xFF) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String string(int at, int count, Charset charset) {
    return new String(array, index(at, count), count, charset);
  }

  private int index(int at, int count) {
    if (at < 0 || count < 0 || at > length - count) {
      throw Bytes.outOfRange(origin + at, count, origin + length);
    }
    return from + at;
  }

  private static VarHandle view(Class<?> arrayType, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, order);
  }
}
