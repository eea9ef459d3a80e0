package dev.assay.formats.avb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What vbmeta tells.
 *
 * @param algorithm as in the header: 0 none, 1 to 3 SHA-256 with RSA-2048, 4096, 8192, 4 to 6
 *     SHA-512 with the same
 * @param flags 1 hash trees off, 2 verification off
 * @param publicKey as stored, empty where there is none
 * @param size in bytes
 * @param problems hash or signature that are wrong
 */
public record VbMeta(
    int algorithm,
    long rollbackIndex,
    int flags,
    byte[] publicKey,
    List<Descriptor> descriptors,
    long size,
    List<Problem> problems) {
  static final String MAGIC = "AVB0";
  static final int HEADER = 256;
  private static final int MAX_BLOCK = 1 << 20;

  /** SHA-1 of AOSP's testkey_rsa2048, _rsa4096 and _rsa8192, whose private halves are published. */
  private static final Set<String> TEST_KEYS =
      Set.of(
          "cdbb77177f731920bbe0a0f94f84d9038ae0617d",
          "2597c218aae470a130f61162feaae70afd97f011",
          "5227b569de003adc7f8ec3fc03e05dfbd969abad");

  static boolean isHeader(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    return header.u32be(4) == 1
        && isLength(header.i64be(12))
        && isLength(header.i64be(20))
        && header.u32be(28) <= 6
        && HEADER + header.i64be(12) + header.i64be(20) <= content.size();
  }

  private static boolean isLength(long length) {
    return length >= 0 && length <= MAX_BLOCK && length % 64 == 0;
  }

  /**
   * The one at the start of the content, hash and signature checked.
   *
   * @throws Malformed {@code avb.header} where there is none
   */
  public static VbMeta read(Bytes content) {
    if (!isHeader(content)) {
      throw new Malformed("avb.header", 0, "no vbmeta of version 1 whose blocks are there");
    }
    Block header = content.block(0, HEADER);
    int authentication = (int) header.i64be(12);
    int auxiliary = (int) header.i64be(20);
    Block first = content.block(HEADER, authentication);
    Block second = content.block(HEADER + authentication, auxiliary);
    byte[] key = part(second, header, 64);
    List<Problem> problems = new ArrayList<>();
    Bytes signed = Bytes.of(second.bytes(0, auxiliary));
    Bytes head = content.slice(0, HEADER);
    Algorithm.of((int) header.u32be(28))
        .ifPresent(
            algorithm -> {
              byte[] computed = Sums.digest(algorithm.digest(), head, signed);
              problems.addAll(Sums.check("avb.hash", HEADER, part(first, header, 32), computed));
              if (!algorithm.verifies(key, part(first, header, 48), head, signed)) {
                String message = "the signature is not by the key beside it";
                problems.add(new Problem("avb.signature", HEADER, message));
              }
            });
    return new VbMeta(
        header.i32be(28),
        header.i64be(112),
        header.i32be(120),
        key,
        Descriptor.all(Bytes.of(part(second, header, 96)).head(MAX_BLOCK)),
        HEADER + authentication + auxiliary,
        List.copyOf(problems));
  }

  private static byte[] part(Block block, Block header, int at) {
    long offset = header.i64be(at);
    long size = header.i64be(at + 8);
    if (offset < 0 || size < 0 || size > block.size() || offset > block.size() - size) {
      throw new Malformed("avb.range", at, "a part lies outside its block");
    }
    return block.bytes((int) offset, (int) size);
  }

  /** Whether anything is signed at all. */
  public boolean isSigned() {
    return algorithm != 0;
  }

  public boolean isVerificationDisabled() {
    return (flags & 2) != 0;
  }

  public boolean areHashTreesDisabled() {
    return (flags & 1) != 0;
  }

  /** Whether the key is one of AOSP's, which anybody can sign with. */
  public boolean isSignedWithTestKey() {
    return isTestKey(publicKey);
  }

  /** Whether a key, as stored, is one of AOSP's. */
  public static boolean isTestKey(byte[] key) {
    return TEST_KEYS.contains(HexFormat.of().formatHex(Sums.digest("SHA-1", Bytes.of(key))));
  }

  /** A way of signing; empty for none. */
  private record Algorithm(String digest, int bits) {
    static Optional<Algorithm> of(int number) {
      return number == 0
          ? Optional.empty()
          : Optional.of(
              new Algorithm(number <= 3 ? "SHA-256" : "SHA-512", 2048 << (number - 1) % 3));
    }

    boolean verifies(byte[] key, byte[] signature, Bytes... signed) {
      return new PublicKey(key).verifies(digest.replace("-", "") + "withRSA", signature, signed);
    }
  }
}
