package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.brotli.Brotli;
import dev.assay.formats.lzma.LzmaAlone;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections of a file, those inside others included.
 *
 * @param name from the name section
 * @param leaves in order
 */
record Sections(Optional<String> name, List<Leaf> leaves) {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_SECTIONS = 10_000;
  private static final int COMPRESSED = 0x01;
  private static final int BY_GUID = 0x02;
  private static final int NAME = 0x15;
  private static final String LZMA = "ee4e5898-3914-4259-9d6e-dc7bd79403cf";
  private static final String TIANO = "a31280ad-481e-41b6-95e8-127f4c984779";
  private static final String BROTLI = "3d532050-5cda-4fd0-879e-0f7f630d5afb";

  /** Before a Brotli stream: its decoded size and the memory it takes, 8 bytes each. */
  private static final int BROTLI_SIZES = 16;

  /** Bytes before compressed data: its decoded size and how it is compressed. */
  private static final int COMPRESSION = 5;

  private static final String CRC32 = "fc1bcdb0-7d31-49aa-936a-a4600d9dd083";
  private static final LzmaAlone LZMA_FORMAT = new LzmaAlone();

  /**
   * @param kind what it is, as the end of a member's name
   */
  record Leaf(String kind, Bytes bytes, List<Problem> problems) {}

  /**
   * @param at offset of the file, for problems
   */
  static Sections of(Bytes body, long at, Listing listing) {
    Reading reading = new Reading(at, listing);
    reading.read(body, 0);
    return new Sections(reading.name, List.copyOf(reading.leaves));
  }

  void list(String directory, Listing listing) {
    int number = 0;
    for (Leaf leaf : leaves) {
      String path = directory + "/" + number++ + "." + leaf.kind();
      listing.add(Entry.part(path, Content.of(leaf.bytes())).withProblems(leaf.problems()));
    }
  }

  private static final class Reading {
    private final long origin;
    private final Listing listing;
    private final List<Leaf> leaves = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private int sections;

    Reading(long origin, Listing listing) {
      this.origin = origin;
      this.listing = listing;
    }

    void read(Bytes body, int depth) {
      long at = 0;
      while (body.size() - at >= 4) {
        Block start = body.block(at, 4);
        long size = start.u32le(0) & 0xFF_FFFFL;
        int header = 4;
        if (size == 0xFF_FFFFL && body.size() - at >= 8) {
          size = body.block(at + 4, 4).u32le(0);
          header = 8;
        }
        if (size < header || size > body.size() - at) {
          listing.problem(new Problem("uefi.section", origin, "no sound section at " + at));
          leaf("unread", body.from(at));
          return;
        }
        if (++sections > MAX_SECTIONS) {
          throw new Malformed("uefi.sections", origin, "more than " + MAX_SECTIONS + " sections");
        }
        section(start.u8(3), body.slice(at + header, size - header), header, depth);
        at = (at + size + 3) / 4 * 4;
      }
    }

    private void section(int type, Bytes content, int header, int depth) {
      switch (type) {
        case COMPRESSED -> compressed(content, depth);
        case BY_GUID -> byGuid(content, header, depth);
        case NAME -> name = name.or(() -> Optional.of(text(content)));
        default -> leaf(kind(type), content);
      }
    }

    private void compressed(Bytes content, int depth) {
      int method = content.size() < COMPRESSION ? -1 : content.block(4, 1).u8(0);
      switch (method) {
        case 0 -> inside(content.from(COMPRESSION), depth);
        case 1 -> standard(content.from(COMPRESSION), depth);
        default -> opaque("uefi.section", content, "compressed by method " + method);
      }
    }

    private void standard(Bytes data, int depth) {
      try {
        inside(EfiCompression.decode(data, listing.memory(), Reading::startsWithSection), depth);
      } catch (Malformed damaged) {
        opaque(damaged.problem().code(), data, damaged.problem().message());
      }
    }

    private static boolean startsWithSection(Bytes content) {
      if (content.size() < 4) {
        return false;
      }
      Block start = content.block(0, 4);
      long size = start.u32le(0) & 0xFF_FFFFL;
      int type = start.u8(3);
      boolean known = type == COMPRESSED || type == BY_GUID || type >= 0x10 && type <= 0x1C;
      return known && (size == 0xFF_FFFFL || size >= 4 && size <= content.size());
    }

    private void byGuid(Bytes content, int header, int depth) {
      if (content.size() < Guid.SIZE + 4) {
        opaque("uefi.section", content, "too short for a section by GUID");
        return;
      }
      Block fields = content.block(0, Guid.SIZE + 4);
      String guid = Guid.at(fields, 0);
      long dataAt = (long) fields.u16le(16) - header;
      if (dataAt < Guid.SIZE + 4 || dataAt > content.size()) {
        opaque("uefi.section", content, "its data lies outside");
        return;
      }
      Bytes data = content.from(dataAt);
      switch (guid) {
        case LZMA -> lzma(data, depth);
        case TIANO -> standard(data, depth);
        case BROTLI -> brotli(data, depth);
        case CRC32 -> inside(data, depth);
        default -> opaque("uefi.guided", data, "section of kind " + guid + ", which is not read");
      }
    }

    private void lzma(Bytes data, int depth) {
      try {
        Encoding.Decoded decoded = LZMA_FORMAT.decode(data, listing.memory());
        decoded.problems().forEach(listing::problem);
        inside(decoded.bytes(), depth);
      } catch (Malformed damaged) {
        opaque(damaged.problem().code(), data, damaged.problem().message());
      }
    }

    private void brotli(Bytes data, int depth) {
      try {
        if (data.size() < BROTLI_SIZES) {
          throw new Malformed("brotli.truncated", -1, "ends in the sizes before the stream");
        }
        Encoding.Decoded decoded = Brotli.decode(data.from(BROTLI_SIZES), listing.memory());
        decoded.problems().forEach(listing::problem);
        inside(decoded.bytes(), depth);
      } catch (Malformed damaged) {
        opaque(damaged.problem().code(), data, damaged.problem().message());
      }
    }

    private void inside(Bytes content, int depth) {
      if (depth == MAX_DEPTH) {
        opaque("uefi.depth", content, "more than " + MAX_DEPTH + " sections in each other");
      } else {
        read(content, depth + 1);
      }
    }

    private void leaf(String kind, Bytes content) {
      if (content.size() > 0) {
        leaves.add(new Leaf(kind, content, List.of()));
      }
    }

    private void opaque(String code, Bytes content, String why) {
      leaves.add(new Leaf("opaque", content, List.of(new Problem(code, origin, why))));
    }

    private static String text(Bytes content) {
      byte[] bytes = content.head(512).bytes(0, (int) Math.min(512, content.size()));
      String text = new String(bytes, StandardCharsets.UTF_16LE);
      int end = text.indexOf('\0');
      return (end < 0 ? text : text.substring(0, end)).replace('/', '_');
    }
  }

  private static String kind(int type) {
    return switch (type) {
      case 0x10 -> "pe32";
      case 0x11 -> "pic";
      case 0x12 -> "te";
      case 0x13, 0x1B, 0x1C -> "depex";
      case 0x14 -> "version";
      case 0x17 -> "volume";
      case 0x18 -> "freeform";
      case 0x19 -> "raw";
      default -> String.format("section-%02x", type);
    };
  }
}
