package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What {@code rustc} says of a crate in its library (rustc_metadata): since 2018 behind "rust", a
 * version and the root's place; before that as elements of RBML behind the length of all. The
 * elements at the top, and all texts with their places.
 *
 * <pre>
 *  now:    0  4  "rust", version (4, big-endian), place of the root (4 or 8)
 *  before: 0  4  length, big-endian; elements: tag (1, or 2 from F0 on), length, content.
 *                A length has as many bytes as there are zeros before its first one bit, and one.
 * </pre>
 */
public final class RustMetadataValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int SHORTEST = 4;
  private static final String COMPILER = "rustc ";

  @Override
  public String what() {
    return "crate";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty()
        && content.size() > 16
        && content.size() <= MAX
        && (content.has(0, "rust\0\0\0") || isOld(content));
  }

  /** The first element is the compiler's version. */
  private static boolean isOld(Bytes content) {
    return content.block(0, 4).u32be(0) == content.size() - 4 && content.has(7, COMPILER);
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Cursor cursor = new Cursor(content, ByteOrder.BIG_ENDIAN, MAX);
    if (isOld(content)) {
      elements(cursor, content, values);
    } else {
      cursor.moveTo(4);
      values.add("version", String.valueOf(cursor.u32()));
      values.add("root", content.slice(8, 8));
      values.rest("content", content, 8);
    }
    texts(cursor.block(), values);
    return values.toValueSet();
  }

  private static void elements(Cursor cursor, Bytes content, Numbered values) {
    cursor.moveTo(4);
    while (!cursor.isAtEnd()) {
      int tag = cursor.u8();
      tag = tag < 0xF0 ? tag : (tag & 0xF) << 8 | cursor.u8();
      int length = cursor.count(length(cursor));
      Bytes element = content.slice(cursor.at(), length);
      String name = "element 0x%x".formatted(tag);
      text(element)
          .ifPresentOrElse(text -> values.add(name, text), () -> values.add(name, element));
      cursor.moveTo(cursor.at() + length);
    }
  }

  private static long length(Cursor cursor) {
    int first = cursor.u8();
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (more > 3) {
      throw new Malformed("rust.length", cursor.at(), "a length of more than four bytes");
    }
    long length = first & (0x7F >> more);
    for (int i = 0; i < more; i++) {
      length = length << 8 | cursor.u8();
    }
    return length;
  }

  private static Optional<String> text(Bytes element) {
    Block head = element.head(200);
    String text = head.latin1(0, head.size());
    boolean whole = element.size() == head.size() && !text.isEmpty();
    return whole && text.chars().allMatch(RustMetadataValues::isPrintable)
        ? Optional.of("`" + text + "`")
        : Optional.empty();
  }

  private static void texts(Block all, Numbered values) {
    int start = 0;
    for (int i = 0; i <= all.size(); i++) {
      if (i == all.size() || !isPrintable(all.u8(i))) {
        if (i - start >= SHORTEST) {
          values.add("text at 0x%x".formatted(start), "`" + all.latin1(start, i - start) + "`");
        }
        start = i + 1;
      }
    }
  }

  private static boolean isPrintable(int each) {
    return each >= 0x20 && each < 0x7F;
  }
}
