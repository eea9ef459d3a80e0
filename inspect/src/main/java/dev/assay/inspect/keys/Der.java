package dev.assay.inspect.keys;

/**
 * Checks the frame of ASN.1 elements (X.690 8.1) before a parser recurses into them: lengths inside
 * their parents, nesting bounded.
 */
public final class Der {
  private static final int MAX_DEPTH = 40;
  private static final int CONSTRUCTED = 0x20;

  private final byte[] data;

  private Der(byte[] data) {
    this.data = data;
  }

  /**
   * Length in bytes of the element at {@code at}, header included, or −1 where it is not well
   * formed.
   */
  public static int length(byte[] data, int at) {
    try {
      return new Der(data).end(at, data.length, 0) - at;
    } catch (IllFramed e) {
      return -1;
    }
  }

  /** Where the element at {@code at} ends. */
  private int end(int at, int limit, int depth) {
    if (depth > MAX_DEPTH || at + 2 > limit) {
      throw new IllFramed();
    }
    int tag = data[at] & 0xFF;
    int next = at + 1;
    if ((tag & 0x1F) == 0x1F) {
      while (next < limit && (data[next] & 0x80) != 0) {
        next++;
      }
      next++;
    }
    if (next >= limit) {
      throw new IllFramed();
    }
    int first = data[next++] & 0xFF;
    if (first == 0x80) {
      return indefinite(tag, next, limit, depth);
    }
    int length = first;
    if (first > 0x80) {
      int count = first & 0x7F;
      if (count > 4 || next + count > limit) {
        throw new IllFramed();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | data[next++] & 0xFF;
      }
    }
    if (length < 0 || length > limit - next) {
      throw new IllFramed();
    }
    int end = next + length;
    if ((tag & CONSTRUCTED) != 0) {
      while (next < end) {
        next = end(next, end, depth + 1);
      }
    }
    return end;
  }

  /** X.690 8.1.3.6: elements up to two zero bytes; older key stores are written so. */
  private int indefinite(int tag, int from, int limit, int depth) {
    if ((tag & CONSTRUCTED) == 0) {
      throw new IllFramed();
    }
    int next = from;
    while (next + 2 <= limit) {
      if (data[next] == 0 && data[next + 1] == 0) {
        return next + 2;
      }
      next = end(next, limit, depth + 1);
    }
    throw new IllFramed();
  }

  private static final class IllFramed extends RuntimeException {
    IllFramed() {
      super("", null, false, false);
    }
  }
}
