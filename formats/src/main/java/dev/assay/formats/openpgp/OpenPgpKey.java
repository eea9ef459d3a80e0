package dev.assay.formats.openpgp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A public key of version 4 or 6 (RFC 9580 §5.5.2).
 *
 * @param algorithm as {@link OpenPgpNames#publicKey} names it
 * @param fingerprint in hexadecimal (§5.5.4)
 * @param id its 16 digits by which signatures name it
 * @param material numbers of the key (§5.5.5)
 */
public record OpenPgpKey(int algorithm, String fingerprint, String id, Bytes material) {
  private static final int PRIMARY = 6;
  private static final int SUBKEY = 14;
  private static final int KEY_REVOKED = 0x20;
  private static final int SUBKEY_REVOKED = 0x28;
  private static final int ID = 16;

  /**
   * Keys and subkeys of a file with certificates (§10.1), but for those that are revoked in it and
   * those of other versions. Whether a key has expired is not looked at, nor who certifies it.
   *
   * @param content binary
   * @throws Malformed where it is not made of packets
   */
  public static List<OpenPgpKey> all(Bytes content) {
    List<OpenPgpKey> usable = new ArrayList<>();
    int primary = 0;
    int last = 0;
    boolean revoked = false;
    for (OpenPgpPacket packet : OpenPgpPacket.all(content)) {
      if (packet.tag() == PRIMARY || packet.tag() == SUBKEY) {
        last = usable.size();
        primary = packet.tag() == PRIMARY ? last : primary;
        revoked &= packet.tag() == SUBKEY;
        int version = packet.body().block(0, 1).u8(0);
        if (!revoked && (version == 4 || version == 6)) {
          usable.add(read(packet.body()));
        }
      } else if (packet.tag() == OpenPgpPacket.SIGNATURE) {
        int type = type(packet.body());
        revoked |= type == KEY_REVOKED;
        int from = revoked ? primary : type == SUBKEY_REVOKED ? last : usable.size();
        usable.subList(from, usable.size()).clear();
      }
    }
    return List.copyOf(usable);
  }

  private static int type(Bytes signature) {
    Block head = signature.block(0, 3);
    return head.u8(0) == 3 ? head.u8(2) : head.u8(1);
  }

  /**
   * @param body of a packet
   * @throws Malformed {@code pgp.version}, or where it is cut off
   */
  public static OpenPgpKey read(Bytes body) {
    Block head = body.block(0, 6);
    int size = (int) body.size();
    return switch (head.u8(0)) {
      case 4 -> {
        Bytes front = Bytes.of(new byte[] {(byte) 0x99, (byte) (size >> 8), (byte) size});
        String fingerprint = HexFormat.of().formatHex(Sums.digest("SHA-1", front, body));
        String id = fingerprint.substring(fingerprint.length() - ID);
        yield new OpenPgpKey(head.u8(5), fingerprint, id, body.from(6));
      }
      case 6 -> {
        byte[] front = {(byte) 0x9B, (byte) (size >> 24), (byte) (size >> 16), 0, 0};
        front[3] = (byte) (size >> 8);
        front[4] = (byte) size;
        String fingerprint =
            HexFormat.of().formatHex(Sums.digest("SHA-256", Bytes.of(front), body));
        yield new OpenPgpKey(head.u8(5), fingerprint, fingerprint.substring(0, ID), body.from(10));
      }
      default -> throw new Malformed("pgp.version", 0, "a key of version " + head.u8(0));
    };
  }
}
