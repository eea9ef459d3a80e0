package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Fields of a signature packet of version 3 (RFC 9580 §5.2.2), or of version 4 and 6 with two areas
 * of subpackets (§5.2.3), of which the signature covers the first.
 */
final class OpenPgpSignature {
  private static final int SHOWN = 64;
  private static final String NAME = "signature ";

  private final Numbered values;

  private OpenPgpSignature(Numbered values) {
    this.values = values;
  }

  /** As far as they are such. */
  static void add(Bytes body, Numbered values) {
    try {
      OpenPgpSignature signature = new OpenPgpSignature(values);
      int version = body.block(0, 1).u8(0);
      values.add(NAME + "version", String.valueOf(version));
      switch (version) {
        case 3 -> signature.old(body);
        case 4, 6 -> signature.recent(body, version == 6 ? 4 : 2);
        default -> {}
      }
    } catch (Malformed cut) {
      // The bytes of the packet stay.
    }
  }

  private void old(Bytes body) {
    Block head = body.block(0, 19);
    add("type", OpenPgpNames.signature(head.u8(2)));
    add("creation time", OpenPgpNames.time(head.u32be(3)));
    add("issuer key ID", hex(head.bytes(7, 8)));
    algorithms(head.u8(15), head.u8(16));
    hash(body, 17);
  }

  /**
   * @param width bytes of the size of an area
   */
  private void recent(Bytes body, int width) {
    Block head = body.block(0, 4);
    add("type", OpenPgpNames.signature(head.u8(1)));
    algorithms(head.u8(2), head.u8(3));
    long at = 4;
    for (String area : new String[] {"", "unhashed "}) {
      Block size = body.block(at, width);
      int length = width == 4 ? (int) Math.min(size.u32be(0), body.size()) : size.u16be(0);
      subpackets(area, body.block(at + width, length));
      at += width + length;
    }
    hash(body, at);
  }

  private void algorithms(int key, int hash) {
    add("public-key algorithm", OpenPgpNames.publicKey(key));
    add("hash algorithm", OpenPgpNames.hash(hash));
  }

  private void hash(Bytes body, long at) {
    add("left 16 bits of hash", hex(body.block(at, 2).bytes(0, 2)));
    OpenPgpValues.numbers("signature", body.from(at + 2), values);
  }

  private void subpackets(String area, Block packets) {
    int at = 0;
    while (at < packets.size()) {
      int first = packets.u8(at++);
      long size = first;
      if (first == 255) {
        size = packets.u32be(at);
        at += 4;
      } else if (first >= 192) {
        size = (first - 192 << 8) + packets.u8(at++) + 192;
      }
      if (size < 1 || size > packets.size() - at) {
        throw new Malformed("pgp.subpacket", at, "a subpacket of " + size + " bytes");
      }
      int kind = packets.u8(at) & 0x7F;
      add(area + OpenPgpNames.subpacket(kind), told(kind, packets.bytes(at + 1, (int) size - 1)));
      at += (int) size;
    }
  }

  private static String told(int kind, byte[] data) {
    return switch (kind) {
      case 2 -> data.length == 4 ? OpenPgpNames.time(number(data)) : hex(data);
      case 3, 9 -> data.length == 4 ? number(data) + " s later" : hex(data);
      case 6, 24, 26, 28 -> new String(data, StandardCharsets.UTF_8);
      case 20 -> notation(data);
      // The version of the key stands in front.
      case 33, 35 -> data.length > 0 ? hex(data).substring(2) : "";
      default -> hex(data);
    };
  }

  /** Flags, two lengths, name and value (§5.2.3.24). */
  private static String notation(byte[] data) {
    if (data.length < 8) {
      return hex(data);
    }
    int name = (data[4] & 0xFF) << 8 | data[5] & 0xFF;
    return name > data.length - 8
        ? hex(data)
        : new String(data, 8, name, StandardCharsets.UTF_8)
            + "="
            + new String(data, 8 + name, data.length - 8 - name, StandardCharsets.UTF_8);
  }

  private static long number(byte[] four) {
    return Long.parseLong(hex(four), 16);
  }

  private static String hex(byte[] bytes) {
    return bytes.length <= SHOWN
        ? HexFormat.of().formatHex(bytes)
        : HexFormat.of().formatHex(bytes, 0, SHOWN) + "… " + Crc.sized(Bytes.of(bytes));
  }

  private void add(String name, String value) {
    values.add(NAME + name, value);
  }
}
