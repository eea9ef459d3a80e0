package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/**
 * Who signs with OpenPGP: keys and signatures of version 4 (RFC 9580 §5.5.2, §5.2.3).
 *
 * @param algorithm its number (§9.1)
 */
record OpenPgpSigner(int algorithm, AsymmetricCipherKeyPair pair) {
  /** 2026-01-01. */
  private static final int CREATED = 1_767_225_600;

  private static final byte[] ED25519 = HexFormat.of().parseHex("092b06010401da470f01");
  private static final int POINT = 32;

  private static final Map<String, Integer> HASHES = Map.of("MD5", 1, "SHA-1", 2, "SHA-256", 8);

  /**
   * @param parameters of a key: those of {@link CertificateForge}
   */
  static OpenPgpSigner of(Map<String, Object> parameters) {
    Parameters p = new Parameters("OpenPGP key", parameters);
    AsymmetricCipherKeyPair pair = CertificateForge.pair(p);
    p.done();
    return switch (pair.getPublic()) {
      case RSAKeyParameters rsa -> new OpenPgpSigner(1, pair);
      case DSAPublicKeyParameters dsa -> new OpenPgpSigner(17, pair);
      case Ed25519PublicKeyParameters ed25519 -> new OpenPgpSigner(22, pair);
      default -> throw new IllegalArgumentException("OpenPGP key: RSA, DSA or Ed25519");
    };
  }

  /** A packet with the public key. */
  byte[] publicKey() {
    return packet(6, body());
  }

  private byte[] body() {
    byte[] head =
        ByteBuffer.allocate(6).put((byte) 4).putInt(CREATED).put((byte) algorithm).array();
    return switch (pair.getPublic()) {
      case RSAKeyParameters rsa ->
          LittleEndian.joined(head, number(rsa.getModulus()), number(rsa.getExponent()));
      case DSAPublicKeyParameters dsa ->
          LittleEndian.joined(
              head,
              number(dsa.getParameters().getP()),
              number(dsa.getParameters().getQ()),
              number(dsa.getParameters().getG()),
              number(dsa.getY()));
      case Ed25519PublicKeyParameters key -> {
        byte[] point = LittleEndian.joined(new byte[] {0x40}, key.getEncoded());
        yield LittleEndian.joined(head, ED25519, number(new BigInteger(1, point)));
      }
      default -> throw new IllegalStateException();
    };
  }

  private byte[] id() {
    byte[] body = body();
    byte[] head = {(byte) 0x99, (byte) (body.length >> 8), (byte) body.length};
    return Arrays.copyOfRange(digest("SHA-1", LittleEndian.joined(head, body)), 12, 20);
  }

  /**
   * A packet with the signature of a document.
   *
   * @param named whom it says it is of
   */
  byte[] sign(byte[] document, String hash, OpenPgpSigner named) {
    byte[] covered =
        ByteBuffer.allocate(12)
            .put(new byte[] {4, 0, (byte) algorithm, (byte) number(hash), 0, 6, 5, 2})
            .putInt(CREATED)
            .array();
    byte[] end = ByteBuffer.allocate(6).put((byte) 4).put((byte) 0xFF).putInt(12).array();
    byte[] signed = LittleEndian.joined(document, covered, end);
    byte[] digest = digest(hash, signed);
    byte[] issuer = LittleEndian.joined(new byte[] {0, 10, 9, 16}, named.id());
    byte[] left = Arrays.copyOf(digest, 2);
    return packet(2, LittleEndian.joined(covered, issuer, left, numbers(signed, digest, hash)));
  }

  /** Number of a hash function (§9.5). */
  static int number(String hash) {
    Integer number = HASHES.get(hash);
    if (number == null) {
      throw new IllegalArgumentException("hash is one of " + HASHES.keySet() + ", not " + hash);
    }
    return number;
  }

  private byte[] numbers(byte[] signed, byte[] digest, String hash) {
    switch (algorithm) {
      case 1 -> {
        RSADigestSigner signer = new RSADigestSigner(function(hash));
        signer.init(true, pair.getPrivate());
        signer.update(signed, 0, signed.length);
        try {
          return number(new BigInteger(1, signer.generateSignature()));
        } catch (CryptoException e) {
          throw new IllegalArgumentException("OpenPGP key: too short for " + hash, e);
        }
      }
      case 17 -> {
        DSASigner signer = new DSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, pair.getPrivate());
        BigInteger[] made = signer.generateSignature(digest);
        return LittleEndian.joined(number(made[0]), number(made[1]));
      }
      default -> {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, pair.getPrivate());
        signer.update(digest, 0, digest.length);
        byte[] made = signer.generateSignature();
        return LittleEndian.joined(
            number(new BigInteger(1, Arrays.copyOf(made, POINT))),
            number(new BigInteger(1, Arrays.copyOfRange(made, POINT, 2 * POINT))));
      }
    }
  }

  private static Digest function(String hash) {
    return switch (hash) {
      case "MD5" -> new MD5Digest();
      case "SHA-1" -> new SHA1Digest();
      default -> new SHA256Digest();
    };
  }

  static byte[] digest(String hash, byte[] bytes) {
    try {
      return MessageDigest.getInstance(hash).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(hash, e);
    }
  }

  /** §3.2. */
  private static byte[] number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
    int bits = number.bitLength();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bits >> 8);
    out.write(bits);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  /** §4.2.1, with a length of five bytes. */
  private static byte[] packet(int tag, byte[] body) {
    return ByteBuffer.allocate(6 + body.length)
        .put((byte) (0xC0 | tag))
        .put((byte) 255)
        .putInt(body.length)
        .put(body)
        .array();
  }
}
