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
public record RpmTags(SortedMap<Integer, RpmValue> signature, SortedMap<Integer, RpmValue> header) {
  private static final int ENTRY = 16;

  /**
   * @throws Malformed where a header does not hold together, or a value is outside its store
   */
  public static RpmTags read(Bytes content) {
    RpmParts parts = RpmParts.of(content);
    return new RpmTags(values(parts.signature()), values(parts.header()));
  }

  private static SortedMap<Integer, RpmValue> values(RpmHeader header) {
    SortedMap<Integer, RpmValue> values = new TreeMap<>();
    Bytes store = header.content().slice(header.store(), header.end() - header.store());
    Block index =
        header
            .content()
            .block(header.store() - (long) ENTRY * header.entries(), ENTRY * header.entries());
    for (int i = 0; i < header.entries(); i++) {
      values.put(
          index.i32be(ENTRY * i),
          RpmValue.in(
              store,
              index.u32be(ENTRY * i + 8),
              index.i32be(ENTRY * i + 4),
              index.u32be(ENTRY * i + 12)));
    }
    return values;
  }
}
