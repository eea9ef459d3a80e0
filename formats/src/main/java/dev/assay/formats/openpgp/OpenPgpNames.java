package dev.assay.formats.openpgp;

import java.time.Instant;
import java.util.Optional;

/**
 * What the numbers in signatures of OpenPGP stand for (RFC 9580 §5.2.1, §5.2.3.7, §9); empty where
 * the specification names none.
 */
public final class OpenPgpNames {
  private OpenPgpNames() {}

  public static String signature(int type) {
    return switch (type) {
      case 0x00 -> "binary document";
      case 0x01 -> "text document";
      case 0x02 -> "standalone";
      case 0x10, 0x11, 0x12, 0x13 -> "certification";
      case 0x18 -> "subkey binding";
      case 0x19 -> "primary key binding";
      case 0x1F -> "direct key";
      case 0x20 -> "key revocation";
      case 0x28 -> "subkey revocation";
      case 0x30 -> "certification revocation";
      case 0x40 -> "timestamp";
      case 0x50 -> "third-party confirmation";
      default -> "";
    };
  }

  public static String publicKey(int algorithm) {
    return switch (algorithm) {
      case 1, 2, 3 -> "RSA";
      case 16 -> "Elgamal";
      case 17 -> "DSA";
      case 18 -> "ECDH";
      case 19 -> "ECDSA";
      case 22 -> "EdDSALegacy";
      case 25 -> "X25519";
      case 26 -> "X448";
      case 27 -> "Ed25519";
      case 28 -> "Ed448";
      default -> "";
    };
  }

  public static String hash(int algorithm) {
    return switch (algorithm) {
      case 1 -> "MD5";
      case 2 -> "SHA-1";
      case 3 -> "RIPEMD-160";
      case 8 -> "SHA-256";
      case 9 -> "SHA-384";
      case 10 -> "SHA-512";
      case 11 -> "SHA-224";
      case 12 -> "SHA3-256";
      case 14 -> "SHA3-512";
      default -> "";
    };
  }

  /** By what name the JDK has the hash function; empty where it has none. */
  public static Optional<String> digest(int algorithm) {
    return Optional.of(hash(algorithm))
        .filter(name -> !name.isEmpty() && !name.startsWith("RIPEMD"));
  }

  public static String subpacket(int kind) {
    return switch (kind) {
      case 2 -> "creation time";
      case 3 -> "expiration time";
      case 4 -> "exportable certification";
      case 5 -> "trust";
      case 6 -> "regular expression";
      case 7 -> "revocable";
      case 9 -> "key expiration time";
      case 11 -> "preferred symmetric ciphers";
      case 12 -> "revocation key";
      case 16 -> "issuer key ID";
      case 20 -> "notation";
      case 21 -> "preferred hash algorithms";
      case 22 -> "preferred compression algorithms";
      case 23 -> "key server preferences";
      case 24 -> "preferred key server";
      case 25 -> "primary user ID";
      case 26 -> "policy URI";
      case 27 -> "key flags";
      case 28 -> "signer's user ID";
      case 29 -> "reason for revocation";
      case 30 -> "features";
      case 31 -> "signature target";
      case 32 -> "embedded signature";
      case 33 -> "issuer fingerprint";
      case 35 -> "intended recipient fingerprint";
      case 39 -> "preferred AEAD ciphersuites";
      default -> "subpacket " + kind;
    };
  }

  /**
   * @param seconds since 1970, without leap seconds
   */
  public static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }
}
