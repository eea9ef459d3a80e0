package dev.assay.formats.openpgp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A packet (RFC 9580 §4).
 *
 * @param tag what it is: 2 a signature
 * @param body without its head, parts put together
 */
public record OpenPgpPacket(int tag, Bytes body) {
  public static final int SIGNATURE = 2;
  private static final int MAX = 16 << 20;

  /**
   * Packets one after the other, to the end.
   *
   * @throws Malformed {@code pgp.packet} or {@code pgp.size} where they are not, or of more than 16
   *     MiB
   */
  public static List<OpenPgpPacket> all(Bytes content) {
    if (content.size() > MAX) {
      throw new Malformed("pgp.size", 0, "packets of " + content.size() + " bytes are too many");
    }
    Block data = content.block(0, (int) content.size());
    List<OpenPgpPacket> packets = new ArrayList<>();
    int at = 0;
    while (at < data.size()) {
      int head = data.u8(at++);
      if ((head & 0x80) == 0) {
        throw new Malformed("pgp.packet", at - 1L, "no packet begins with %02x".formatted(head));
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      boolean recent = (head & 0x40) != 0;
      at = recent ? recent(data, at, body) : old(data, at, head & 3, body);
      int tag = recent ? head & 0x3F : head >> 2 & 0xF;
      packets.add(new OpenPgpPacket(tag, Bytes.of(body.toByteArray())));
    }
    return List.copyOf(packets);
  }

  private static int old(Block data, int from, int kind, ByteArrayOutputStream into) {
    long size =
        switch (kind) {
          case 0 -> data.u8(from);
          case 1 -> data.u16be(from);
          case 2 -> data.u32be(from);
          default -> data.size() - from;
        };
    int start = kind == 3 ? from : from + (1 << kind);
    return take(data, start, size, into);
  }

  /** A body may come in parts, of which all but the last have a power of two as their length. */
  private static int recent(Block data, int from, ByteArrayOutputStream into) {
    int at = from;
    int first = data.u8(at++);
    while (first >= 224 && first < 255) {
      at = take(data, at, 1L << (first & 0x1F), into);
      first = data.u8(at++);
    }
    if (first == 255) {
      return take(data, at + 4, data.u32be(at), into);
    }
    return first < 192
        ? take(data, at, first, into)
        : take(data, at + 1, (first - 192 << 8) + data.u8(at) + 192, into);
  }

  private static int take(Block data, int at, long size, ByteArrayOutputStream into) {
    if (size > data.size() - at) {
      throw new Malformed("pgp.size", at, "a packet of " + size + " bytes does not fit");
    }
    into.writeBytes(data.bytes(at, (int) size));
    return at + (int) size;
  }
}
