package dev.assay.formats.rpm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values in both header structures of a package, as they are stored.
 *
 * @param signature by tag
 * @param header by tag
 */
public record RpmTags(SortedMap<Integer, Bytes> signature, SortedMap<Integer, Bytes> header) {
  private static final int LEAD = 96;
  private static final int ENTRY = 16;
  private static final int[] WIDTHS = {0, 1, 1, 2, 4, 8, 0, 1};
  private static final int TEXT = 6;
  private static final int TEXTS = 8;
  private static final int TRANSLATED = 9;

  /**
   * @throws Malformed where a header does not hold together, or a value is outside its store
   */
  public static RpmTags read(Bytes content) {
    RpmHeader signature = RpmHeader.at(content, LEAD);
    RpmHeader header = RpmHeader.at(content, (signature.end() + 7) / 8 * 8);
    return new RpmTags(values(signature), values(header));
  }

  private static SortedMap<Integer, Bytes> values(RpmHeader header) {
    SortedMap<Integer, Bytes> values = new TreeMap<>();
    Bytes store = header.content().slice(header.store(), header.end() - header.store());
    Block index =
        header
            .content()
            .block(header.store() - (long) ENTRY * header.entries(), ENTRY * header.entries());
    for (int i = 0; i < header.entries(); i++) {
      long from = index.u32be(ENTRY * i + 8);
      values.put(
          index.i32be(ENTRY * i),
          store.slice(
              from, length(store, from, index.i32be(ENTRY * i + 4), index.u32be(ENTRY * i + 12))));
    }
    return values;
  }

  private static long length(Bytes store, long from, int type, long count) {
    if (type == TEXT || type == TEXTS || type == TRANSLATED) {
      long at = from;
      for (long left = type == TEXT ? 1 : count; left > 0; left--) {
        at = afterNul(store, at);
      }
      return at - from;
    }
    if (type < 0 || type >= WIDTHS.length) {
      throw new Malformed("rpm.type", from, "there is no type " + type);
    }
    return WIDTHS[type] * count;
  }

  private static long afterNul(Bytes store, long from) {
    for (long at = from; at < store.size(); at += 256) {
      Block block = store.blockUpTo(at, 256);
      for (int i = 0; i < block.size(); i++) {
        if (block.u8(i) == 0) {
          return at + i + 1;
        }
      }
    }
    throw new Malformed("rpm.string", from, "a string has no end");
  }
}
