package dev.assay.formats.apk;

import dev.assay.formats.Block;
import java.util.List;
import java.util.Optional;

/**
 * One signer in a signing block.
 *
 * @param signed what its signatures are over
 * @param digests of the content, by algorithm
 * @param certificates DER, its own first
 * @param attributes by id
 * @param signatures by algorithm
 * @param publicKey DER of SubjectPublicKeyInfo
 * @param minSdk first API level it is for, 0 where the scheme does not say
 * @param sameRange whether the API levels are those that are signed
 * @param whole whether it could be read to its end
 */
public record BlockSigner(
    Block signed,
    List<Numbered> digests,
    List<byte[]> certificates,
    List<Numbered> attributes,
    List<Numbered> signatures,
    byte[] publicKey,
    int minSdk,
    boolean sameRange,
    boolean whole) {

  /** A value and what kind it is of. */
  public record Numbered(int id, byte[] value) {}

  /**
   * @param ranged whether API levels are given, as from scheme v3 on
   */
  static BlockSigner read(Block signer, boolean ranged) {
    Prefixed outer = new Prefixed(signer);
    Block signed = outer.next();
    Prefixed inner = new Prefixed(signed);
    List<Numbered> digests = inner.prefixedValues();
    List<byte[]> certificates =
        inner.all().stream().map(each -> each.bytes(0, each.size())).toList();
    int min = ranged ? inner.number() : 0;
    int max = ranged ? inner.number() : 0;
    List<Numbered> attributes = inner.plainValues();
    int outerMin = ranged ? outer.number() : 0;
    int outerMax = ranged ? outer.number() : 0;
    List<Numbered> signatures = outer.prefixedValues();
    byte[] publicKey = outer.bytes();
    return new BlockSigner(
        signed,
        digests,
        certificates,
        attributes,
        signatures,
        publicKey,
        min,
        outerMin == min && outerMax == max,
        !outer.cut() && !inner.cut());
  }

  /** The value of an attribute. */
  public Optional<byte[]> attribute(int id) {
    return attributes.stream().filter(each -> each.id() == id).map(Numbered::value).findFirst();
  }
}
