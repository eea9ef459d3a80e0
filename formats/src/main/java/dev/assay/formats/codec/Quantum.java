package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;

/**
 * Quantum as cabinets hold it (M. T. Russotto, Quantum compression format): LZ77 whose literals,
 * lengths and slots of distances are coded arithmetically by adaptive models, in frames of 32 KiB
 * that refer to those before them. Not for several threads.
 */
public final class Quantum {
  private static final int FRAME = 32 << 10;
  private static final int LITERALS = 64;
  private static final int LENGTHS = 27;

  /** Selectors: four for literals by their two high bits, then three for matches. */
  static final int MATCH_OF_3 = 4;

  static final int MATCH_OF_4 = 5;
  static final int LONGER_MATCH = 6;
  static final int SHORTEST_OF_LONGER = 5;

  private final int windowSize;
  private final LzWindow window;
  private final QuantumModels models;
  private long written;

  /**
   * @param windowBits 10 to 21
   * @param sink where all frames go
   * @throws Malformed {@code codec.damaged} where they are not
   */
  public Quantum(int windowBits, Sink sink) {
    if (windowBits < 10 || windowBits > 21) {
      throw damaged("has a window of 2^" + windowBits + " bytes");
    }
    this.windowSize = 1 << windowBits;
    this.window = new LzWindow(windowSize, 0, sink);
    this.models = new QuantumModels(windowBits);
  }

  /**
   * Decompresses one frame.
   *
   * @param wanted bytes of the frame
   * @throws Malformed {@code codec.damaged}
   */
  public void decompress(Block data, int wanted) {
    if (wanted > FRAME) {
      throw damaged("has a frame of " + wanted + " bytes");
    }
    QuantumCoder in = new QuantumCoder(data);
    try {
      int left = wanted;
      while (left > 0) {
        int selector = in.symbol(models.selectors);
        int length = 1;
        if (selector < MATCH_OF_3) {
          window.put(in.symbol(models.literals[selector]));
        } else {
          length = match(in, selector, left);
        }
        left -= length;
        written += length;
      }
    } finally {
      window.flush();
    }
  }

  private int match(QuantumCoder in, int selector, int left) {
    int length = selector - 1;
    if (selector == LONGER_MATCH) {
      int slot = in.symbol(models.lengths);
      length = SHORTEST_OF_LONGER + lengthBase(slot) + in.bits(lengthBits(slot));
    }
    int slot = in.symbol(models.distances[selector - MATCH_OF_3]);
    int distance = 1 + distanceBase(slot) + in.bits(distanceBits(slot));
    if (length > left || distance > Math.min(written, windowSize)) {
      throw damaged("has a match of " + length + " bytes " + distance + " back");
    }
    window.copy(distance, length);
    return length;
  }

  /** Slots 0 to 3 are a distance each; from there on two have the same number of bits. */
  static int distanceBits(int slot) {
    return slot < 4 ? 0 : slot / 2 - 1;
  }

  static int distanceBase(int slot) {
    return slot < 4 ? slot : 2 + slot % 2 << slot / 2 - 1;
  }

  /** Slots 0 to 5 are a length each, then four have the same number of bits; the last has none. */
  static int lengthBits(int slot) {
    return slot < 6 || slot == LENGTHS - 1 ? 0 : (slot - 2) / 4;
  }

  static int lengthBase(int slot) {
    if (slot < 6) {
      return slot;
    }
    int bits = (slot - 2) / 4;
    return slot == LENGTHS - 1 ? 254 : (4 + (slot - 2) % 4 << bits) - 2;
  }

  /** All that adapts. */
  static final class QuantumModels {
    final QuantumModel selectors = new QuantumModel(0, 7);
    final QuantumModel lengths = new QuantumModel(0, LENGTHS);
    final QuantumModel[] literals = new QuantumModel[4];
    final QuantumModel[] distances;

    /** A match of 3 and one of 4 are worth their place only so near. */
    QuantumModels(int windowBits) {
      int slots = 2 * windowBits;
      for (int i = 0; i < literals.length; i++) {
        literals[i] = new QuantumModel(LITERALS * i, LITERALS);
      }
      distances =
          new QuantumModel[] {
            new QuantumModel(0, Math.min(24, slots)),
            new QuantumModel(0, Math.min(36, slots)),
            new QuantumModel(0, slots)
          };
    }
  }

  private static Malformed damaged(String what) {
    return new Malformed("codec.damaged", -1, "Quantum " + what);
  }
}
