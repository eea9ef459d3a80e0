package dev.assay.inspect.packages;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.openpgp.OpenPgpKey;
import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.formats.openpgp.OpenPgpNumbers;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Whether a key has made a signature: RSA, DSA and Ed25519 (RFC 9580 §5.2.3.1 to §5.2.3.4). */
final class SignatureProof {
  /** What stands in front of the hash (RFC 9580 §5.2.3.1, table 24). */
  private static final Map<String, String> HEADS =
      Map.of(
          "MD5", "3020300c06082a864886f70d020505000410",
          "SHA-1", "3021300906052b0e03021a05000414",
          "SHA-224", "302d300d06096086480165030402040500041c",
          "SHA-256", "3031300d060960864801650304020105000420",
          "SHA-384", "3041300d060960864801650304020205000430",
          "SHA-512", "3051300d060960864801650304020305000440",
          "SHA3-256", "3031300d060960864801650304020805000420",
          "SHA3-512", "3051300d060960864801650304020a05000440");

  private static final int MAX_BITS = 16_384;
  private static final int MAX_EXPONENT = 64;
  private static final int MAX_ORDER = 512;
  private static final int POINT = 32;

  /** 1.3.6.1.4.1.11591.15.1 with its length: Ed25519, in keys that have curves by name. */
  private static final byte[] ED25519 = HexFormat.of().parseHex("092b06010401da470f01");

  private SignatureProof() {}

  /** Empty where the algorithm is another, or numbers are too large to be worked with. */
  static Optional<Boolean> of(RpmFileProof proof, OpenPgpKey key) {
    byte[] digest = HexFormat.of().parseHex(proof.digest());
    Bytes numbers = Bytes.of(HexFormat.of().parseHex(proof.numbers()));
    String algorithm = OpenPgpNames.publicKey(proof.algorithm());
    if (!OpenPgpNames.publicKey(key.algorithm()).equals(algorithm) || digest.length == 0) {
      return digest.length == 0 ? Optional.empty() : Optional.of(false);
    }
    try {
      return switch (algorithm) {
        case "RSA" -> rsa(HEADS.get(proof.hash()) + proof.digest(), numbers, key.material());
        case "DSA" -> dsa(digest, numbers, key.material());
        case "EdDSALegacy" -> edDsa(digest, numbers, key.material());
        case "Ed25519" ->
            Optional.of(ed25519(digest, bytes(numbers, 2 * POINT), bytes(key.material(), POINT)));
        default -> Optional.empty();
      };
    } catch (Malformed cutOff) {
      return Optional.of(false);
    }
  }

  /** What was signed, with padding, is made here and compared (RFC 8017 §8.2.2). */
  private static Optional<Boolean> rsa(String hash, Bytes numbers, Bytes material) {
    List<BigInteger> key = OpenPgpNumbers.first(2, material);
    BigInteger modulus = key.get(0);
    if (modulus.bitLength() > MAX_BITS || key.get(1).bitLength() > MAX_EXPONENT) {
      return Optional.empty();
    }
    int padding = (modulus.bitLength() + 7) / 8 - 3 - hash.length() / 2;
    if (padding < 8) {
      return Optional.of(false);
    }
    String padded = "0001" + "ff".repeat(padding) + "00" + hash;
    BigInteger number = OpenPgpNumbers.first(1, numbers).getFirst();
    boolean same = number.modPow(key.get(1), modulus).equals(new BigInteger(padded, 16));
    return Optional.of(same && number.compareTo(modulus) < 0);
  }

  private static Optional<Boolean> dsa(byte[] digest, Bytes numbers, Bytes material) {
    List<BigInteger> key = OpenPgpNumbers.first(4, material);
    boolean tooLarge = key.stream().anyMatch(each -> each.bitLength() > MAX_BITS);
    if (tooLarge || key.get(1).bitLength() > MAX_ORDER || key.get(1).signum() == 0) {
      return Optional.empty();
    }
    List<BigInteger> made = OpenPgpNumbers.first(2, numbers);
    DSASigner signer = new DSASigner();
    try {
      DSAParameters group = new DSAParameters(key.get(0), key.get(1), key.get(2));
      signer.init(false, new DSAPublicKeyParameters(key.get(3), group));
      return Optional.of(signer.verifySignature(digest, made.get(0), made.get(1)));
    } catch (IllegalArgumentException | ArithmeticException noKey) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> edDsa(byte[] digest, Bytes numbers, Bytes material) {
    if (!material.has(0, ED25519)) {
      return Optional.empty();
    }
    // The point stands behind a byte 0x40 (RFC 9580 §11.2.1).
    Bytes point = material.from(ED25519.length + 3L);
    List<BigInteger> halves = OpenPgpNumbers.first(2, numbers);
    byte[] signature = new byte[2 * POINT];
    for (int i = 0; i < 2; i++) {
      if (halves.get(i).bitLength() > 8 * POINT) {
        return Optional.of(false);
      }
      byte[] half = halves.get(i).toByteArray();
      int length = Math.min(half.length, POINT);
      System.arraycopy(half, half.length - length, signature, (i + 1) * POINT - length, length);
    }
    return Optional.of(ed25519(digest, signature, bytes(point, POINT)));
  }

  private static boolean ed25519(byte[] digest, byte[] signature, byte[] point) {
    try {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(false, new Ed25519PublicKeyParameters(point, 0));
      signer.update(digest, 0, digest.length);
      return signer.verifySignature(signature);
    } catch (IllegalArgumentException noPoint) {
      return false;
    }
  }

  private static byte[] bytes(Bytes from, int count) {
    return Arrays.copyOf(from.block(0, count).bytes(0, count), count);
  }
}
