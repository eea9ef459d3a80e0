package dev.assay.formats.codec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes Quantum: matches are found by their first three bytes. It shares the models with the
 * reader, so that another reader must agree with both.
 */
public final class ForgedQuantum {
  public static final int FRAME = 32 << 10;
  private static final int LONGEST = 259;

  private final byte[] content;
  private final int windowBits;
  private final Quantum.QuantumModels models;
  private final Map<Integer, Integer> seen = new HashMap<>();
  private final BitSet coded = new BitSet();
  private final List<int[]> plain = new ArrayList<>();
  private int emitted;
  private int pending;
  private int low;
  private int high;

  private ForgedQuantum(byte[] content, int windowBits) {
    this.content = content;
    this.windowBits = windowBits;
    this.models = new Quantum.QuantumModels(windowBits);
  }

  /** The frames of a content. */
  public static List<byte[]> of(byte[] content, int windowBits) {
    ForgedQuantum quantum = new ForgedQuantum(content, windowBits);
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < content.length; at += FRAME) {
      frames.add(quantum.frame(at, Math.min(content.length, at + FRAME)));
    }
    return frames;
  }

  private byte[] frame(int from, int end) {
    low = 0;
    high = 0xFFFF;
    emitted = 0;
    pending = 0;
    coded.clear();
    plain.clear();
    for (int at = from; at < end; ) {
      int length = Math.min(end - at, matchAt(at));
      int selector = length < 3 ? 0 : Math.min(length, 5) + 1;
      if (length >= 3 && slot(at - seen.get(key(at))) < slots(selector)) {
        match(selector, length, at - seen.get(key(at)));
      } else {
        length = 1;
        int octet = content[at] & 0xFF;
        encode(models.selectors, octet >> 6);
        encode(models.literals[octet >> 6], octet);
      }
      for (int i = at; i < at + length && i + 3 <= content.length; i++) {
        seen.put(key(i), i);
      }
      at += length;
    }
    pending++;
    bit((low & 0x4000) == 0 ? 0 : 1);
    return merged();
  }

  private int slots(int selector) {
    int most = selector == Quantum.MATCH_OF_3 ? 24 : selector == Quantum.MATCH_OF_4 ? 36 : 42;
    return Math.min(most, 2 * windowBits);
  }

  private void match(int selector, int length, int back) {
    encode(models.selectors, selector);
    if (selector == Quantum.LONGER_MATCH) {
      int more = length - Quantum.SHORTEST_OF_LONGER;
      int slot = 0;
      while (slot < 26 && Quantum.lengthBase(slot + 1) <= more) {
        slot++;
      }
      encode(models.lengths, slot);
      plain(more - Quantum.lengthBase(slot), Quantum.lengthBits(slot));
    }
    int slot = slot(back);
    encode(models.distances[selector - Quantum.MATCH_OF_3], slot);
    plain(back - 1 - Quantum.distanceBase(slot), Quantum.distanceBits(slot));
  }

  private static int slot(int back) {
    int slot = 0;
    while (slot < 41 && Quantum.distanceBase(slot + 1) <= back - 1) {
      slot++;
    }
    return slot;
  }

  private int key(int at) {
    return (content[at] & 0xFF) << 16 | (content[at + 1] & 0xFF) << 8 | content[at + 2] & 0xFF;
  }

  private int matchAt(int at) {
    Integer before = at + 3 > content.length ? null : seen.get(key(at));
    if (before == null || at - before > 1 << windowBits) {
      return 0;
    }
    int length = 0;
    while (length < LONGEST
        && at + length < content.length
        && content[before + length] == content[at + length]) {
      length++;
    }
    return length;
  }

  private void encode(QuantumModel model, int symbol) {
    int entry = 0;
    while (model.symbol(entry) != symbol) {
      entry++;
    }
    int range = high - low + 1;
    int total = model.total();
    high = low + model.from(entry) * range / total - 1;
    low = low + model.behind(entry) * range / total;
    model.count(entry);
    while (true) {
      if ((low & 0x8000) == (high & 0x8000)) {
        bit(low >> 15);
      } else if ((low & 0x4000) != 0 && (high & 0x4000) == 0) {
        pending++;
        low &= 0x3FFF;
        high |= 0x4000;
      } else {
        return;
      }
      low = low << 1 & 0xFFFF;
      high = (high << 1 | 1) & 0xFFFF;
    }
  }

  /** A bit, then as many of the other kind as are pending. */
  private void bit(int value) {
    coded.set(emitted++, value == 1);
    coded.set(emitted, emitted + pending, value == 0);
    emitted += pending;
    pending = 0;
  }

  /** A reader is 16 bits ahead of what it has decoded when it comes to bits that are not coded. */
  private void plain(int value, int count) {
    plain.add(new int[] {emitted + pending + 16, value, count});
  }

  private byte[] merged() {
    BitSet all = new BitSet();
    int size = 0;
    int next = 0;
    for (int i = 0; i < emitted + 17; i++) {
      for (; next < plain.size() && plain.get(next)[0] == i; next++) {
        for (int bit = plain.get(next)[2] - 1; bit >= 0; bit--) {
          all.set(size++, (plain.get(next)[1] >> bit & 1) == 1);
        }
      }
      all.set(size++, coded.get(i));
    }
    byte[] bytes = new byte[(size + 7) / 8];
    for (int i = 0; i < size; i++) {
      bytes[i / 8] |= (byte) (all.get(i) ? 0x80 >> i % 8 : 0);
    }
    return bytes;
  }
}
