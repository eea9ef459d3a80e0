package dev.assay.formats.axml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StringPoolTest {
  /** Every byte is the length of a string that begins there and shares all but one byte of it. */
  @Test
  void givesUpOnStringsThatShareTheirBytes() {
    StringPool pool = pool(5_000);
    assertEquals("\177".repeat(127), pool.get(0));
    assertEquals(pool.get(0), pool.get(1));
    Malformed refused =
        assertThrows(
            Malformed.class,
            () -> {
              for (int i = 0; i < 5_000; i++) {
                pool.get(i);
              }
            });
    assertEquals("axml.strings", refused.problem().code());
  }

  @Test
  void givesOneStringAsOftenAsItIsAskedFor() {
    StringPool pool = pool(10);
    for (int i = 0; i < 100_000; i++) {
      assertEquals(127, pool.get(3).length());
    }
  }

  @Test
  void refusesMoreStringsThanItHasRoomFor() {
    byte[] chunk = chunk(10);
    ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);
    Malformed refused =
        assertThrows(
            Malformed.class, () -> StringPool.read(Bytes.of(chunk).block(0, chunk.length)));
    assertEquals("axml.string-pool", refused.problem().code());
  }

  private static StringPool pool(int count) {
    byte[] chunk = chunk(count);
    return StringPool.read(Bytes.of(chunk).block(0, chunk.length));
  }

  private static byte[] chunk(int count) {
    int start = 28 + 4 * count;
    byte[] chunk = new byte[start + count + 200];
    Arrays.fill(chunk, (byte) 0x7F);
    ByteBuffer out = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 1).putShort((short) 28).putInt(chunk.length);
    out.putInt(count).putInt(0).putInt(0x100).putInt(start).putInt(0);
    for (int i = 0; i < count; i++) {
      out.putInt(i);
    }
    return chunk;
  }
}
