package dev.assay.formats.apk;

import dev.assay.formats.Block;
import dev.assay.formats.apk.BlockSigner.Numbered;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes fields off the front of a block; those with a length before them are cut short at its end.
 */
public final class Prefixed {
  private static final int MAX_FIELDS = 40;

  private final Block block;
  private int at;
  private boolean cut;

  public Prefixed(Block block) {
    this.block = block;
  }

  /** Whether a further field may follow. */
  public boolean more() {
    return block.size() - at >= 4;
  }

  /** Whether a field was longer than what there was. */
  public boolean cut() {
    return cut;
  }

  /** A number of four bytes; 0 where the block ends before. */
  public int number() {
    if (!more()) {
      cut = true;
      return 0;
    }
    at += 4;
    return block.i32le(at - 4);
  }

  /** A number of one byte; 0 where the block ends before. */
  int single() {
    cut |= at >= block.size();
    return cut ? 0 : block.u8(at++);
  }

  /** A field behind its length of four bytes. */
  public Block next() {
    long length = Integer.toUnsignedLong(number());
    int left = block.size() - at;
    cut |= length > left;
    Block field = block.slice(at, (int) Math.min(length, left));
    at += field.size();
    return field;
  }

  /** The bytes of a field. */
  byte[] bytes() {
    Block field = next();
    return field.bytes(0, field.size());
  }

  /** What is left. */
  byte[] rest() {
    byte[] left = block.bytes(at, block.size() - at);
    at = block.size();
    return left;
  }

  /** All fields of a field, each a number and a value behind its length. */
  List<Numbered> prefixedValues() {
    List<Numbered> values = new ArrayList<>();
    for (Block each : all()) {
      Prefixed reader = new Prefixed(each);
      values.add(new Numbered(reader.number(), reader.bytes()));
      cut |= reader.cut;
    }
    return List.copyOf(values);
  }

  /** All fields of a field, each a number and a value that fills the rest. */
  List<Numbered> plainValues() {
    List<Numbered> values = new ArrayList<>();
    for (Block each : all()) {
      Prefixed reader = new Prefixed(each);
      values.add(new Numbered(reader.number(), reader.rest()));
      cut |= reader.cut;
    }
    return List.copyOf(values);
  }

  /** All fields of a field, at most 40. */
  List<Block> all() {
    Prefixed inner = new Prefixed(next());
    List<Block> fields = new ArrayList<>();
    while (inner.more() && fields.size() < MAX_FIELDS) {
      fields.add(inner.next());
    }
    cut |= inner.cut || inner.more();
    return fields;
  }
}
