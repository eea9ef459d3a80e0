package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Solid;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;

/** The header of an archive: what is packed, and the members in the order of their bytes. */
record Header(Streams streams, List<Member> members) {
  private static final int END = 0;
  private static final int HEADER = 1;
  private static final int ARCHIVE = 2;
  private static final int FURTHER_STREAMS = 3;
  private static final int STREAMS = 4;
  private static final int MEMBERS = 5;
  private static final int PACKED_HEADER = 23;

  private static final int START = 32;
  private static final int LARGEST = 64 << 20;

  /** Headers that are packed in packed headers. */
  private static final int DEEPEST = 4;

  private static final Header EMPTY = new Header(Streams.NONE, List.of());

  /**
   * Reads it, unpacked where it is packed.
   *
   * @throws Malformed where it cannot be read
   */
  static Header read(Bytes archive, Listing listing) {
    Block start = archive.block(0, START);
    long at = start.i64le(12);
    long size = start.i64le(20);
    long there = archive.size() - START;
    if (at < 0 || size < 0 || at > there || size > there - at) {
      String message = "the header is to be %d bytes from %d on; there are %d";
      throw new Malformed("7z.damaged", 12, message.formatted(size, at, there));
    }
    Bytes header = archive.slice(START + at, size);
    if (Sums.crc32(header) != start.i32le(28)) {
      listing.problem(
          new Problem("7z.header-crc", START + at, "the header does not match its CRC"));
    }
    return read(archive, header, listing, 0);
  }

  private static Header read(Bytes archive, Bytes header, Listing listing, int depth) {
    if (header.size() == 0) {
      return EMPTY;
    }
    if (header.size() > LARGEST) {
      String message = "header of " + header.size() + " bytes; at most " + LARGEST + " are read";
      throw new Malformed("7z.limit", -1, message);
    }
    HeaderFields fields = HeaderFields.of(header, (int) header.size());
    int id = fields.u8();
    if (id == PACKED_HEADER && depth < DEEPEST) {
      return read(archive, unpacked(archive, fields, listing), listing, depth + 1);
    }
    if (id != HEADER) {
      throw fields.damaged("property " + id + " first");
    }
    return read(archive, fields);
  }

  private static Bytes unpacked(Bytes archive, HeaderFields fields, Listing listing) {
    Streams streams = StreamsReader.read(archive, fields);
    if (streams.folders().size() != 1 || streams.parts().size() != 1) {
      throw fields.damaged("itself packed in " + streams.folders().size() + " folders");
    }
    FolderStream folder = streams.folders().getFirst();
    if (folder.size() > LARGEST) {
      throw new Malformed("7z.limit", -1, "header of " + folder.size() + " bytes, unpacked");
    }
    Solid.Stream header = folder.unpack(listing.memory());
    header.damage().ifPresent(damage -> listing.problem(damage.problem()));
    Streams.Sum sum = streams.parts().getFirst().sum();
    if (header.damage().isEmpty() && sum.told() && sum.crc() != Sums.crc32(header.bytes())) {
      listing.problem(new Problem("7z.header-crc", -1, "the unpacked header does not match"));
    }
    return header.bytes();
  }

  private static Header read(Bytes archive, HeaderFields fields) {
    Streams streams = Streams.NONE;
    List<Member> members = List.of();
    for (int id = fields.u8(); id != END; id = fields.u8()) {
      switch (id) {
        case ARCHIVE -> skipProperties(fields);
        case FURTHER_STREAMS -> StreamsReader.read(archive, fields);
        case STREAMS -> streams = StreamsReader.read(archive, fields);
        case MEMBERS -> members = MembersReader.read(fields);
        default -> throw fields.damaged("a property " + id);
      }
    }
    return new Header(streams, members);
  }

  private static void skipProperties(HeaderFields fields) {
    for (int id = fields.u8(); id != END; id = fields.u8()) {
      fields.part(fields.number());
    }
  }
}
