package dev.assay.formats.apk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The signature of a package in a file beside it ({@code .idsig}, scheme v4).
 *
 * @param hash number of the hash function of its tree; 1 SHA-256
 * @param blockLog binary logarithm of the size of a block
 * @param packageDigest digest of scheme v2 or v3 of the package
 * @param certificate DER
 * @param publicKey DER of SubjectPublicKeyInfo
 * @param algorithm as in signing blocks
 * @param tree of hashes, its top page first; empty where the file ends before it
 */
public record SideSignature(
    int hash,
    int blockLog,
    byte[] salt,
    byte[] rootHash,
    byte[] packageDigest,
    byte[] certificate,
    byte[] additional,
    byte[] publicKey,
    int algorithm,
    byte[] signature,
    Bytes tree) {
  private static final int VERSION = 2;
  private static final int MAX_HEAD = 64 << 10;

  /**
   * @param content the file
   * @throws Malformed {@code idsig.version}, {@code idsig.length}, {@code idsig.tree}
   */
  public static SideSignature read(Bytes content) {
    Prefixed all = new Prefixed(content.head(MAX_HEAD));
    int version = all.number();
    if (version != VERSION) {
      throw new Malformed("idsig.version", 0, "expected version 2; found " + version);
    }
    Block hashed = all.next();
    Block signer = all.next();
    Prefixed hashing = new Prefixed(hashed);
    Prefixed signing = new Prefixed(signer);
    SideSignature read =
        new SideSignature(
            hashing.number(),
            hashing.single(),
            hashing.bytes(),
            hashing.bytes(),
            signing.bytes(),
            signing.bytes(),
            signing.bytes(),
            signing.bytes(),
            signing.number(),
            signing.bytes(),
            tree(content, 12L + hashed.size() + signer.size()));
    if (all.cut() || hashing.cut() || signing.cut()) {
      throw new Malformed("idsig.length", 4, "a field is longer than what it is in");
    }
    return read;
  }

  private static Bytes tree(Bytes content, long at) {
    if (content.size() <= at) {
      return Bytes.of(new byte[0]);
    }
    long length = content.block(at, 4).u32le(0);
    if (length > content.size() - at - 4) {
      throw new Malformed(
          "idsig.tree",
          at,
          "a tree of " + length + " bytes; " + (content.size() - at - 4) + " left");
    }
    return content.slice(at + 4, length);
  }

  /**
   * What is signed.
   *
   * @param size of the package, in bytes
   */
  public byte[] signed(long size) {
    int fields = salt.length + rootHash.length + packageDigest.length;
    int length = 17 + 5 * 4 + fields + certificate.length + additional.length;
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(length).putLong(size).putInt(hash).put((byte) blockLog);
    for (byte[] each : new byte[][] {salt, rootHash, packageDigest, certificate, additional}) {
      out.putInt(each.length).put(each);
    }
    return out.array();
  }
}
