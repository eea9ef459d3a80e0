package dev.assay.formats.rpm;

import dev.assay.formats.Bytes;
import dev.assay.formats.openpgp.OpenPgpSignature;
import java.util.Optional;

/**
 * A signature of a package. Whose it is only somebody with the key can tell.
 *
 * @param part that is signed
 * @param signature as it says of itself
 * @param digest what is signed, as computed; empty where the hash function is not known
 * @param at where it stands
 */
public record RpmSignature(
    RpmDigest.Part part, OpenPgpSignature signature, Optional<Bytes> digest, long at) {
  private static final int LONGEST = 64;

  static RpmSignature of(RpmDigest.Part part, OpenPgpSignature signature, Bytes signed, long at) {
    return new RpmSignature(part, signature, signature.digest(signed).map(Bytes::of), at);
  }

  /**
   * Whether the hash of the part begins as the signature says; where not, it is not of this
   * package. Empty where the hash function is not known.
   */
  public Optional<Boolean> fits() {
    return digest.map(each -> signature.begins(each.toArray(LONGEST)));
  }
}
