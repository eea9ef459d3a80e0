package dev.assay.formats.proto;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message of Protocol Buffers (the page "Encoding"): fields in order.
 *
 * @param fields of which a number may occur often
 */
public record ProtoMessage(List<Field> fields) {
  private static final int MAX_FIELDS = 1 << 20;

  /**
   * @param value of a number
   * @param bytes of anything with a length, else empty
   */
  public record Field(int number, long value, Block bytes) {}

  /** Without fields. */
  public static final ProtoMessage EMPTY = new ProtoMessage(List.of());

  /**
   * The fields of a message; messages within are read when they are asked for.
   *
   * @throws Malformed {@code proto.message}
   */
  public static ProtoMessage read(Block block) {
    List<Field> fields = new ArrayList<>();
    Cursor cursor = new Cursor(block);
    while (cursor.at < block.size()) {
      if (fields.size() == MAX_FIELDS) {
        throw new Malformed("proto.message", -1, "more than " + MAX_FIELDS + " fields");
      }
      fields.add(cursor.field());
    }
    return new ProtoMessage(fields);
  }

  /** The last number of a field. */
  public long number(int field, long otherwise) {
    return last(field).map(Field::value).orElse(otherwise);
  }

  /** The last bytes of a field. */
  public Optional<Block> bytes(int field) {
    return last(field).map(Field::bytes);
  }

  /** All messages of a field. */
  public List<ProtoMessage> messages(int field) {
    return fields.stream().filter(f -> f.number() == field).map(f -> read(f.bytes())).toList();
  }

  /** The last message of a field; empty where there is none. */
  public ProtoMessage message(int field) {
    return bytes(field).map(ProtoMessage::read).orElse(EMPTY);
  }

  /** The last text of a field, or an empty one. */
  public String text(int field) {
    return bytes(field).map(block -> block.utf8(0, block.size())).orElse("");
  }

  /** Whether a field is there. */
  public boolean has(int field) {
    return last(field).isPresent();
  }

  private Optional<Field> last(int field) {
    return fields.stream().filter(f -> f.number() == field).reduce((one, other) -> other);
  }

  private static final class Cursor {
    private final Block block;
    private int at;

    Cursor(Block block) {
      this.block = block;
    }

    Field field() {
      long key = varint();
      int number = (int) (key >>> 3 & 0xFFFF_FFF);
      Block none = block.slice(at, 0);
      return switch ((int) (key & 7)) {
        case 0 -> new Field(number, varint(), none);
        case 1 -> new Field(number, block.i64le(moved(8)), none);
        case 2 -> {
          long length = varint();
          if (length < 0 || length > block.size() - at) {
            throw new Malformed("proto.message", at, "a field is longer than its message");
          }
          yield new Field(number, 0, block.slice(moved((int) length), (int) length));
        }
        case 5 -> new Field(number, block.u32le(moved(4)), none);
        default -> throw new Malformed("proto.message", at, "a field of unknown kind");
      };
    }

    private int moved(int by) {
      at += by;
      return at - by;
    }

    private long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        int next = block.u8(moved(1));
        value |= (long) (next & 0x7F) << shift;
        if (next < 0x80) {
          return value;
        }
      }
      throw new Malformed("proto.message", at, "a number of more than 64 bits");
    }
  }
}
