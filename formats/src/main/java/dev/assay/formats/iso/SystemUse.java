package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The system use fields of a record, those in its continuations included. */
final class SystemUse {
  private static final int MAX_CONTINUATIONS = 64;
  private static final int MAX_CONTINUATION = 1 << 16;
  private static final int HEADER = 4;

  private SystemUse() {}

  /**
   * One field.
   *
   * @param at offset of the body
   * @param body from the signature on
   */
  record Field(String signature, long at, Block body) {}

  private record Area(long at, Block block) {}

  /**
   * Whether the primary tree has Rock Ridge fields: the root's first record says so.
   *
   * @return bytes to skip in each record
   */
  static OptionalLong rockRidge(Bytes disc, Volume volume) {
    try {
      long at = volume.root().start();
      Block record = disc.block(at, disc.block(at, 1).u8(0));
      Block use = DirectoryRecord.of(record, at, volume.blockSize()).systemUse();
      boolean announced =
          use.size() >= 7
              && use.latin1(0, 2).equals("SP")
              && use.u8(4) == 0xBE
              && use.u8(5) == 0xEF;
      return announced ? OptionalLong.of(use.u8(6)) : OptionalLong.empty();
    } catch (Malformed none) {
      return OptionalLong.empty();
    }
  }

  /**
   * @throws Malformed where a continuation is not on the disc
   */
  static List<Field> fields(Bytes disc, DirectoryRecord record, int skip, int blockSize) {
    List<Field> fields = new ArrayList<>();
    Block use = record.systemUse();
    int start = Math.min(skip, use.size());
    Area area = new Area(record.useAt() + start, use.slice(start, use.size() - start));
    for (int i = 0; i <= MAX_CONTINUATIONS; i++) {
      Area next = collect(area, fields, disc, blockSize);
      if (next.block.size() == 0) {
        return fields;
      }
      area = next;
    }
    throw new Malformed(
        "iso.system-use", record.at(), "more than " + MAX_CONTINUATIONS + " continuations");
  }

  /** Adds the fields of one area; gives the area it is continued in, or none. */
  private static Area collect(Area from, List<Field> fields, Bytes disc, int blockSize) {
    Block area = from.block;
    Area next = new Area(0, area.slice(0, 0));
    for (int at = 0; at + HEADER <= area.size(); ) {
      int length = area.u8(at + 2);
      if (length < HEADER || at + length > area.size()) {
        break;
      }
      Field field = new Field(area.latin1(at, 2), from.at + at, area.slice(at, length));
      if (field.signature().equals("ST")) {
        break;
      }
      if (field.signature().equals("CE") && length >= 28) {
        long size = Math.min(field.body().u32le(20), MAX_CONTINUATION);
        long start = field.body().u32le(4) * blockSize + field.body().u32le(12);
        next = new Area(start, disc.block(start, (int) size));
      } else {
        fields.add(field);
      }
      at += length;
    }
    return next;
  }
}
