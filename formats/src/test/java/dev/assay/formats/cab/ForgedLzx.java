package dev.assay.formats.cab;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes LZX with a window of 32 KiB: blocks of all types in turn, codes as even as can be, matches
 * that are found by their first three bytes.
 */
final class ForgedLzx {
  static final int FRAME = 32 << 10;
  private static final int WINDOW = 32 << 10;
  private static final int BLOCK = 41_001;
  private static final int SLOTS = 30;
  private static final int MAIN = 256 + 8 * SLOTS;
  private static final int LENGTHS = 249;
  private static final int ALIGNED = 2;
  private static final int UNCOMPRESSED = 3;

  private final byte[] content;
  private final List<byte[]> frames = new ArrayList<>();
  private final Map<Integer, Integer> seen = new HashMap<>();
  private final int[] recent = {1, 1, 1};
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int holding;
  private boolean again;

  private ForgedLzx(byte[] content) {
    this.content = content;
  }

  /**
   * The frames of a content.
   *
   * @param calls whether targets of x86 calls are stored as addresses
   */
  static List<byte[]> of(byte[] content, boolean calls) {
    ForgedLzx lzx = new ForgedLzx(calls ? withAddresses(content) : content);
    lzx.put(calls ? 1 : 0, 1);
    if (calls) {
      lzx.put(content.length >>> 16, 16);
      lzx.put(content.length & 0xFFFF, 16);
    }
    int type = 1;
    for (int at = 0; at < content.length; at += BLOCK) {
      lzx.block(type, at, Math.min(content.length, at + BLOCK));
      type = type % 3 + 1;
    }
    if (content.length % FRAME != 0) {
      lzx.endFrame();
    }
    return lzx.frames;
  }

  private void block(int type, int from, int to) {
    put(type, 3);
    put(to - from >>> 16, 8);
    put(to - from & 0xFFFF, 16);
    if (type == UNCOMPRESSED) {
      put(0, holding == 0 ? 16 : 16 - holding);
      ByteBuffer distances = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      out.writeBytes(distances.putInt(recent[0]).putInt(recent[1]).putInt(recent[2]).array());
      for (int at = from; at < to; at++) {
        out.write(content[at]);
        atEndOf(at + 1);
      }
      if ((to - from) % 2 == 1 && to % FRAME != 0) {
        out.write(0);
      }
      return;
    }
    for (int i = 0; type == ALIGNED && i < 8; i++) {
      put(3, 3);
    }
    codes();
    for (int at = from; at < to; ) {
      at += symbol(type, at, Math.min(to, (at / FRAME + 1) * FRAME));
      atEndOf(at);
    }
  }

  private void atEndOf(int at) {
    if (at % FRAME == 0) {
      endFrame();
    }
  }

  private void endFrame() {
    if (holding > 0) {
      put(0, 16 - holding);
    }
    frames.add(out.toByteArray());
    out = new ByteArrayOutputStream();
  }

  /** Lengths of 8 and 9 bits for the first 16 and the other symbols, of 7 and 8 for the lengths. */
  private void codes() {
    lengths(0, 256, 16, 9, 8);
    lengths(256, MAIN, 0, 9, 8);
    lengths(0, LENGTHS, 7, 10, 9);
    again = true;
  }

  /** A code of two words: for the first lengths and for the others, or for no change and any. */
  private void lengths(int from, int to, int shorter, int first, int other) {
    int zero = again ? 0 : Math.max(first, other);
    int one = again ? 1 : Math.min(first, other);
    for (int i = 0; i < 20; i++) {
      put(i == zero || i == one ? 1 : 0, 4);
    }
    for (int i = from; i < to; i++) {
      int symbol = again ? 0 : i - from < shorter ? first : other;
      put(symbol == Math.min(zero, one) ? 0 : 1, 1);
    }
  }

  private int symbol(int type, int at, int end) {
    int before = at + 3 <= end ? found(at) : -1;
    if (before < 0) {
      main(content[at] & 0xFF);
      return 1;
    }
    int length = 0;
    while (at + length < end && length < 257 && content[before + length] == content[at + length]) {
      length++;
    }
    match(type, at - before, length);
    return length;
  }

  private int found(int at) {
    int three = content[at] & 0xFF | (content[at + 1] & 0xFF) << 8 | content[at + 2] << 16;
    Integer before = seen.put(three, at);
    return before == null || at - before > WINDOW - 3 ? -1 : before;
  }

  private void match(int type, int distance, int length) {
    int slot = 0;
    while (slot < 3 && recent[slot] != distance) {
      slot++;
    }
    int extra = 0;
    int rest = 0;
    if (slot == 3) {
      int start = 3;
      while (distance + 2 >= start + (1 << extra)) {
        start += 1 << extra;
        slot++;
        extra = Math.max(0, slot / 2 - 1);
      }
      rest = distance + 2 - start;
      recent[2] = recent[1];
      recent[1] = recent[0];
    } else {
      recent[slot] = recent[0];
    }
    recent[0] = distance;
    main(256 + 8 * slot + Math.min(7, length - 2));
    if (length - 2 >= 7) {
      int more = length - 9;
      put(more < 7 ? more : more + 7, more < 7 ? 7 : 8);
    }
    if (type == ALIGNED && extra >= 3) {
      put(rest >> 3, extra - 3);
      put(rest & 7, 3);
    } else {
      put(rest, extra);
    }
  }

  private void main(int symbol) {
    put(symbol < 16 ? symbol : symbol + 16, symbol < 16 ? 8 : 9);
  }

  private void put(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      held = held << 1 | value >> i & 1;
      if (++holding == 16) {
        out.write(held);
        out.write(held >> 8);
        held = 0;
        holding = 0;
      }
    }
  }

  private static byte[] withAddresses(byte[] content) {
    ByteBuffer changed = ByteBuffer.wrap(content.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < content.length; frame += FRAME) {
      int end = Math.min(content.length, frame + FRAME) - 10;
      for (int at = frame; at < end; at++) {
        if (content[at] == (byte) 0xE8) {
          int distance = changed.getInt(at + 1);
          if (distance >= -at && distance < content.length - at) {
            changed.putInt(at + 1, distance + at);
          } else if (distance >= content.length - at && distance < content.length) {
            changed.putInt(at + 1, distance - content.length);
          }
          at += 4;
        }
      }
    }
    return changed.array();
  }
}
