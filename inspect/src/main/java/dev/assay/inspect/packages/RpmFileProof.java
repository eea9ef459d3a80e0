package dev.assay.inspect.packages;

import dev.assay.formats.Bytes;
import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.formats.openpgp.OpenPgpSignature;
import dev.assay.formats.rpm.RpmSignature;
import java.util.HexFormat;

/**
 * What it takes to verify a signature with a key.
 *
 * @param algorithm of the key, as OpenPGP numbers it
 * @param hash {@code SHA-256}
 * @param digest what is signed, in hexadecimal; empty where it could not be computed
 * @param numbers of the signature, in hexadecimal
 */
public record RpmFileProof(int algorithm, String hash, String digest, String numbers) {
  /** More than the numbers of a key of 16384 bits take. */
  private static final int MOST = 4096;

  static RpmFileProof of(RpmSignature found) {
    OpenPgpSignature signature = found.signature();
    return new RpmFileProof(
        signature.publicKey(),
        OpenPgpNames.hash(signature.hash()),
        found.digest().map(RpmFileProof::hex).orElse(""),
        hex(signature.numbers().slice(0, Math.min(MOST, signature.numbers().size()))));
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray(MOST));
  }
}
