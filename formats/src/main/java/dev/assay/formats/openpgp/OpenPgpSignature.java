package dev.assay.formats.openpgp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A signature of version 3 (RFC 9580 §5.2.2), 4 or 6 (§5.2.3).
 *
 * @param type what is signed, as {@link OpenPgpNames#signature} names it
 * @param publicKey algorithm of the key, as {@link OpenPgpNames#publicKey} names it
 * @param hash algorithm of the hash, as {@link OpenPgpNames#hash} names it
 * @param subpackets in their order; of version 3 its two fields of the same meaning
 * @param salt what is hashed in front of the document; empty before version 6
 * @param covered what is hashed behind the document (§5.2.4)
 * @param left first two bytes of the hash, unprotected
 * @param numbers of the signature
 */
public record OpenPgpSignature(
    int version,
    int type,
    int publicKey,
    int hash,
    List<Subpacket> subpackets,
    Bytes salt,
    Bytes covered,
    Bytes left,
    Bytes numbers) {

  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  /**
   * @param body of a packet
   * @throws Malformed {@code pgp.version} or {@code pgp.subpacket}, or where it is cut off
   */
  public static OpenPgpSignature read(Bytes body) {
    int version = body.block(0, 1).u8(0);
    return switch (version) {
      case 3 -> old(body);
      case 4 -> recent(body, version, 2);
      case 6 -> recent(body, version, 4);
      default -> throw new Malformed("pgp.version", 0, "a signature of version " + version);
    };
  }

  private static OpenPgpSignature old(Bytes body) {
    Block head = body.block(0, 19);
    return new OpenPgpSignature(
        3,
        head.u8(2),
        head.u8(15),
        head.u8(16),
        List.of(
            new Subpacket(Subpacket.Area.HASHED, Subpacket.CREATED, body.slice(3, 4)),
            new Subpacket(Subpacket.Area.UNHASHED, Subpacket.ISSUER, body.slice(7, 8))),
        NOTHING,
        body.slice(2, 5),
        body.slice(17, 2),
        body.from(19));
  }

  /**
   * @param width bytes of the size of an area
   */
  private static OpenPgpSignature recent(Bytes body, int version, int width) {
    Block head = body.block(0, 4);
    List<Subpacket> subpackets = new ArrayList<>();
    long at = 4;
    long hashed = at;
    for (Subpacket.Area area : Subpacket.Area.values()) {
      Block size = body.block(at, width);
      int length = width == 4 ? (int) Math.min(size.u32be(0), body.size()) : size.u16be(0);
      subpackets.addAll(Subpacket.all(area, body.block(at + width, length)));
      at += width + length;
      hashed = area == Subpacket.Area.HASHED ? at : hashed;
    }
    long salt = version == 6 ? body.block(at + 2, 1).u8(0) : 0;
    long numbers = at + 2 + (version == 6 ? 1 + salt : 0);
    return new OpenPgpSignature(
        version,
        head.u8(1),
        head.u8(2),
        head.u8(3),
        List.copyOf(subpackets),
        body.slice(numbers - salt, salt),
        covered(body, hashed, version),
        body.slice(at, 2),
        body.from(numbers));
  }

  private static Bytes covered(Bytes body, long hashed, int version) {
    ByteBuffer all = ByteBuffer.allocate((int) hashed + 6);
    all.put(body.block(0, (int) hashed).bytes(0, (int) hashed));
    return Bytes.of(all.put((byte) version).put((byte) 0xFF).putInt((int) hashed).array());
  }

  /** Seconds since 1970, where it says so under the signature. */
  public OptionalLong created() {
    return subpackets.stream()
        .filter(each -> each.area() == Subpacket.Area.HASHED)
        .filter(each -> each.kind() == Subpacket.CREATED && each.data().size() == 4)
        .mapToLong(each -> each.data().block(0, 4).u32be(0))
        .findFirst();
  }

  /**
   * ID of the key it is made with, 16 hexadecimal digits; empty where it does not say. Anybody may
   * write one.
   */
  public String issuer() {
    Optional<String> id = first(Subpacket.ISSUER, 8).map(Subpacket::hex);
    // The version of the key, then its fingerprint, of which an ID is the end before version 6.
    return id.or(() -> first(Subpacket.FINGERPRINT, 21).map(each -> each.hex().substring(26)))
        .or(() -> first(Subpacket.FINGERPRINT, 33).map(each -> each.hex().substring(2, 18)))
        .orElse("");
  }

  private Optional<Subpacket> first(int kind, int size) {
    return subpackets.stream()
        .filter(each -> each.kind() == kind && each.data().size() == size)
        .findFirst();
  }

  /**
   * Whether the hash of the document begins as the signature says it does: no proof that somebody
   * signed it, but where it does not, nobody has. Empty where the hash function is not to be had.
   *
   * @param document in one piece
   */
  public Optional<Boolean> begins(Bytes document) {
    return digest(document).map(this::begins);
  }

  /** As {@link #begins(Bytes)}, with the hash that {@link #digest} gave. */
  public boolean begins(byte[] digest) {
    return Arrays.equals(digest, 0, 2, left.block(0, 2).bytes(0, 2), 0, 2);
  }

  /**
   * What is signed: the hash of the document with what belongs to it. Empty where the hash function
   * is not to be had.
   *
   * @param document in one piece
   */
  public Optional<byte[]> digest(Bytes document) {
    return OpenPgpNames.digest(hash)
        .map(algorithm -> Sums.digest(algorithm, salt, document, covered));
  }

  /** Bits of the key, as the size of the numbers tells: of the prime p for DSA, at least. */
  public OptionalInt keyBits() {
    return OpenPgpKeySize.of(this);
  }
}
