package dev.assay.formats.superimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The tables of one slot, their checksums right.
 *
 * @param at offset of the header
 */
record LogicalMetadata(long at, Table partitions, Table extents) {
  private static final String GEOMETRY = "gDla";
  private static final String MAGIC = "0PLA";
  static final int GEOMETRY_AT = 4096;
  private static final int GEOMETRY_SIZE = 52;
  private static final int HEADER = 128;
  private static final int MAX_HEADER = 4096;
  private static final int MAX_TABLES = 16 << 20;
  private static final int MAX_SLOTS = 64;
  private static final int COPIES = 2;

  /**
   * @param rows all of it
   * @param size bytes of a row
   */
  record Table(Block rows, int size) {
    int count() {
      return rows.size() / size;
    }

    boolean equalTo(Table other) {
      return size == other.size && rows.equalTo(other.rows.bytes(0, other.rows.size()));
    }

    Block row(int index) {
      return rows.slice(index * size, size);
    }
  }

  static boolean isGeometry(Bytes image, long at) {
    if (!image.has(at, GEOMETRY) || image.size() - at < GEOMETRY_SIZE) {
      return false;
    }
    Block fields = image.block(at, GEOMETRY_SIZE);
    return fields.u32le(4) == GEOMETRY_SIZE && isSound(fields, 8);
  }

  /** The first sound metadata. */
  static Optional<LogicalMetadata> first(Bytes image) {
    return all(image).findFirst();
  }

  /** All sound metadata: slots in order, then their copies. */
  private static Stream<LogicalMetadata> all(Bytes image) {
    long geometry = isGeometry(image, GEOMETRY_AT) ? GEOMETRY_AT : 2 * GEOMETRY_AT;
    Block fields = image.block(geometry, GEOMETRY_SIZE);
    long most = fields.u32le(40);
    long slots = Math.min(MAX_SLOTS, fields.u32le(44));
    return LongStream.range(0, COPIES * slots)
        .mapToObj(i -> readAt(image, 3 * GEOMETRY_AT + i * most, most))
        .flatMap(Optional::stream);
  }

  private static Optional<LogicalMetadata> readAt(Bytes image, long at, long most) {
    try {
      return Optional.of(read(image, at, most));
    } catch (Malformed damaged) {
      // The next slot or copy may be sound.
      return Optional.empty();
    }
  }

  /** Where the first sound metadata stand whose tables are not those of these. */
  OptionalLong differing(Bytes image) {
    return all(image).filter(other -> !other.says(this)).mapToLong(LogicalMetadata::at).findFirst();
  }

  private boolean says(LogicalMetadata other) {
    return partitions.equalTo(other.partitions) && extents.equalTo(other.extents);
  }

  /**
   * @param most bytes of a slot: what all of them hold together is at most the image
   */
  private static LogicalMetadata read(Bytes image, long at, long most) {
    Block start = image.block(at, HEADER);
    long headerSize = start.u32le(8);
    long tablesSize = start.u32le(44);
    if (!image.has(at, MAGIC)
        || start.u16le(4) != 10
        || headerSize < HEADER
        || headerSize > MAX_HEADER
        || tablesSize > Math.min(MAX_TABLES, most - headerSize)) {
      throw new Malformed("super.metadata", at, "no header of version 10 that fits its slot");
    }
    Block header = image.block(at, (int) headerSize);
    Block tables = image.block(at + headerSize, (int) tablesSize);
    byte[] sum = Sums.digest("SHA-256", image.slice(at + headerSize, tablesSize));
    if (!isSound(header, 12) || !Arrays.equals(header.bytes(48, 32), sum)) {
      throw new Malformed("super.checksum", at, "checksum of header or tables is wrong");
    }
    return new LogicalMetadata(at, table(header, tables, 80, 52), table(header, tables, 92, 24));
  }

  private static boolean isSound(Block block, int checksumAt) {
    byte[] bytes = block.bytes(0, block.size());
    byte[] stored = block.bytes(checksumAt, 32);
    Arrays.fill(bytes, checksumAt, checksumAt + 32, (byte) 0);
    return Arrays.equals(stored, Sums.digest("SHA-256", Bytes.of(bytes)));
  }

  private static Table table(Block header, Block tables, int at, int least) {
    long offset = header.u32le(at);
    long count = header.u32le(at + 4);
    long size = header.u32le(at + 8);
    if (size < least || size > MAX_HEADER || count > MAX_TABLES / size || offset > MAX_TABLES) {
      throw new Malformed("super.table", at, count + " rows of " + size + " bytes");
    }
    return new Table(tables.slice((int) offset, (int) (count * size)), (int) size);
  }
}
