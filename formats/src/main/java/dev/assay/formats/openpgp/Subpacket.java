package dev.assay.formats.openpgp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Something that a signature says of itself (RFC 9580 §5.2.3.7).
 *
 * @param area whether the signature covers it
 * @param kind by which {@link OpenPgpNames#subpacket} names it, without the bit for critical ones
 */
public record Subpacket(Area area, int kind, Bytes data) {
  /** Where it stands. */
  public enum Area {
    HASHED,
    UNHASHED
  }

  static final int CREATED = 2;
  static final int ISSUER = 16;
  static final int FINGERPRINT = 33;

  /**
   * @throws Malformed {@code pgp.subpacket} where one does not fit
   */
  static List<Subpacket> all(Area area, Block packets) {
    List<Subpacket> all = new ArrayList<>();
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
      Bytes data = Bytes.of(packets.bytes(at + 1, (int) size - 1));
      all.add(new Subpacket(area, packets.u8(at) & 0x7F, data));
      at += (int) size;
    }
    return all;
  }

  /** In hexadecimal. */
  String hex() {
    int size = (int) data.size();
    return HexFormat.of().formatHex(data.block(0, size).bytes(0, size));
  }
}
