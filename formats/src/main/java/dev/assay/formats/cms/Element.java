package dev.assay.formats.cms;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * An element of BER (X.690, section 8.1). Tags above 30 do not occur in what is read here.
 *
 * @param at its offset
 * @param tag its first byte
 * @param start of its content
 * @param end of its content; where the length is not told, where its parent ends
 * @param isOpen whether the length is not told: two zeros end it
 */
record Element(long at, int tag, long start, long end, boolean isOpen) {
  private static final int LONGEST_LENGTH = 6;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1F;
  private static final int DEEPEST = 16;

  /** Elements in one whose length is not told: pieces of a content. */
  static final int MOST_PIECES = 1 << 20;

  /**
   * The element at an offset.
   *
   * @param limit where its parent ends
   */
  static Element at(Bytes content, long at, long limit) {
    Block head = content.blockUpTo(at, 2 + LONGEST_LENGTH);
    if (limit - at < 2 || head.size() < 2 || (head.u8(0) & LONG_TAG) == LONG_TAG) {
      throw new Malformed("cms.element", at, "no element here");
    }
    int first = head.u8(1);
    if (first < 0x80) {
      return new Element(at, head.u8(0), at + 2, checked(at, at + 2 + first, limit), false);
    }
    int more = first & 0x7F;
    if (more == 0) {
      return new Element(at, head.u8(0), at + 2, limit, true);
    }
    if (more > LONGEST_LENGTH || head.size() < 2 + more) {
      throw new Malformed("cms.element", at, "a length of " + more + " bytes");
    }
    long length = 0;
    for (int i = 0; i < more; i++) {
      length = length << Byte.SIZE | head.u8(2 + i);
    }
    long start = at + 2 + more;
    return new Element(at, head.u8(0), start, checked(at, start + length, limit), false);
  }

  private static long checked(long at, long end, long limit) {
    if (end > limit) {
      throw new Malformed("cms.truncated", at, "ends at " + end + ", behind its parent");
    }
    return end;
  }

  boolean isConstructed() {
    return (tag & CONSTRUCTED) != 0;
  }

  /** The first element inside. */
  Element first(Bytes content) {
    return at(content, start, end);
  }

  /** The element behind one of this element's, or nothing at its end. */
  Optional<Element> after(Bytes content, Element inside) {
    long next = inside.after(content, 0);
    boolean ends = next >= end || isOpen && content.has(next, (byte) 0, (byte) 0);
    return ends ? Optional.empty() : Optional.of(at(content, next, end));
  }

  /** The offset behind it, which of one without a length only its elements tell. */
  private long after(Bytes content, int depth) {
    if (!isOpen) {
      return end;
    }
    if (depth > DEEPEST) {
      throw new Malformed("cms.element", at, "elements more than " + DEEPEST + " deep");
    }
    long next = start;
    for (int i = 0; !content.has(next, (byte) 0, (byte) 0); i++) {
      if (i == MOST_PIECES) {
        throw new Malformed("cms.element", at, "more than " + MOST_PIECES + " elements in one");
      }
      next = at(content, next, end).after(content, depth + 1);
    }
    return next + 2;
  }
}
