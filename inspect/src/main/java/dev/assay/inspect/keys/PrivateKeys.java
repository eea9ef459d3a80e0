package dev.assay.inspect.keys;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.pem.PemBlock;
import dev.assay.inspect.scan.Digests;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Reads private keys in ASN.1 and PEM, and derives their public halves. */
final class PrivateKeys {
  private static final int MAX_PRIME_BITS = 8192;

  private PrivateKeys() {}

  /**
   * The private key in a block, or empty where its label names something else.
   *
   * @throws Malformed {@code key.unsupported} where it names a private key that is not read
   */
  static Optional<FoundKey> read(PemBlock block) {
    byte[] body = block.body();
    boolean sealed = block.headers().getOrDefault("Proc-Type", "").contains("ENCRYPTED");
    return switch (block.label()) {
      case "RSA PRIVATE KEY", "EC PRIVATE KEY", "SM2 PRIVATE KEY", "DSA PRIVATE KEY" -> {
        if (sealed) {
          String cipher = block.headers().getOrDefault("DEK-Info", "").split(",", 2)[0];
          // OpenSSL derives the key by one round of MD5 over passphrase and salt.
          yield Optional.of(
              found(
                  format(block),
                  block.offset(),
                  body,
                  cipher + ", MD5 once",
                  true,
                  PublicKey.UNKNOWN));
        }
        yield Optional.of(found(format(block), block.offset(), body, "", false, plain(block)));
      }
      case "PRIVATE KEY" ->
          Optional.of(
              found("PKCS#8", block.offset(), body, "", false, pkcs8(body, block.offset())));
      case "ENCRYPTED PRIVATE KEY" -> {
        SealedKeys.Protection protection = SealedKeys.of(body, block.offset());
        yield Optional.of(
            found(
                "PKCS#8",
                block.offset(),
                body,
                protection.name(),
                protection.weak(),
                PublicKey.UNKNOWN));
      }
      case "OPENSSH PRIVATE KEY" -> Optional.of(SshKeys.openSsh(body, block.offset()));
      case "ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY" ->
          Optional.of(
              found("cosign", block.offset(), body, "secretbox, scrypt", false, PublicKey.UNKNOWN));
      // Of use to the one TPM that sealed it.
      case "TSS2 PRIVATE KEY" -> Optional.empty();
      default -> {
        if (block.label().endsWith(" PRIVATE KEY")) {
          throw new Malformed(
              "key.unsupported", block.offset(), "a key that is not read: " + block.label());
        }
        yield Optional.empty();
      }
    };
  }

  static FoundKey found(
      String format, long offset, byte[] stored, String protection, boolean weak, PublicKey key) {
    return new FoundKey(
        format,
        offset,
        Digests.sha256(Bytes.of(stored)),
        stored.length,
        !protection.isEmpty(),
        protection,
        weak,
        key);
  }

  private static String format(PemBlock block) {
    return switch (block.label()) {
      case "RSA PRIVATE KEY" -> "PKCS#1";
      case "EC PRIVATE KEY", "SM2 PRIVATE KEY" -> "SEC1";
      default -> "DSA";
    };
  }

  private static PublicKey plain(PemBlock block) {
    return checked(
        block.body(),
        block.offset(),
        sequence ->
            switch (block.label()) {
              case "RSA PRIVATE KEY" -> rsa(RSAPrivateKey.getInstance(sequence));
              case "EC PRIVATE KEY", "SM2 PRIVATE KEY" ->
                  ec(ECPrivateKey.getInstance(sequence), Optional.empty());
              default -> dsa(sequence);
            });
  }

  /** PKCS#8 PrivateKeyInfo (RFC 5958). */
  static PublicKey pkcs8(byte[] der, long offset) {
    return checked(der, offset, sequence -> info(PrivateKeyInfo.getInstance(sequence)));
  }

  /** PKCS#1 RSAPrivateKey (RFC 8017 A.1.2). */
  static PublicKey pkcs1(byte[] der, long offset) {
    return checked(der, offset, sequence -> rsa(RSAPrivateKey.getInstance(sequence)));
  }

  /** SEC 1 ECPrivateKey (RFC 5915). */
  static PublicKey sec1(byte[] der, long offset) {
    return checked(
        der, offset, sequence -> ec(ECPrivateKey.getInstance(sequence), Optional.empty()));
  }

  private interface Reader {
    PublicKey read(ASN1Sequence sequence) throws IOException;
  }

  private static PublicKey checked(byte[] der, long offset, Reader reader) {
    if (Der.length(der, 0) <= 0) {
      throw new Malformed(
          "key.malformed", offset, "expected a private key in DER; its frame is broken");
    }
    try {
      return reader.read(ASN1Sequence.getInstance(der));
    } catch (Malformed e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Malformed(
          "key.malformed", offset, "expected a private key in DER; " + e.getMessage());
    }
  }

  private static PublicKey info(PrivateKeyInfo info) throws IOException {
    AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
    ASN1ObjectIdentifier id = algorithm.getAlgorithm();
    if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
    }
    if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return ec(
          ECPrivateKey.getInstance(info.parsePrivateKey()), Optional.of(algorithm.getParameters()));
    }
    if (id.equals(X9ObjectIdentifiers.id_dsa)) {
      DSAParameter group = DSAParameter.getInstance(algorithm.getParameters());
      BigInteger secret = ASN1Integer.getInstance(info.parsePrivateKey()).getValue();
      return dsa(group, secret);
    }
    if (id.getId().equals("1.3.101.112")) {
      byte[] seed = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
      return SshKeys.ed25519(
          new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
    }
    return new PublicKey(id.getId(), 0, "", "", "");
  }

  private static PublicKey rsa(RSAPrivateKey key) throws IOException {
    return PublicKeys.rsa(key.getModulus(), key.getPublicExponent());
  }

  private static PublicKey ec(ECPrivateKey key, Optional<ASN1Encodable> outside)
      throws IOException {
    Optional<ASN1Encodable> curve =
        outside.or(() -> Optional.ofNullable(key.getParametersObject()));
    if (curve.isEmpty()) {
      return new PublicKey("EC", 0, "", "", "");
    }
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.get());
    if (key.getPublicKey() != null) {
      return PublicKeys.read(
          new SubjectPublicKeyInfo(algorithm, key.getPublicKey().getBytes()), -1);
    }
    X9ECParameters group =
        curve.get() instanceof ASN1ObjectIdentifier named
            ? ECNamedCurveTable.getByOID(named)
            : null;
    if (group == null) {
      return new PublicKey("EC", 0, "", "", "");
    }
    byte[] point =
        group.getG().multiply(key.getKey().mod(group.getN())).normalize().getEncoded(false);
    return PublicKeys.read(new SubjectPublicKeyInfo(algorithm, point), -1);
  }

  /** OpenSSL's form: version, p, q, g, y, x. */
  private static PublicKey dsa(ASN1Sequence key) throws IOException {
    DSAParameter group = new DSAParameter(integer(key, 1), integer(key, 2), integer(key, 3));
    return SshKeys.dsa(group, integer(key, 4));
  }

  private static PublicKey dsa(DSAParameter group, BigInteger secret) throws IOException {
    if (group.getP().bitLength() > MAX_PRIME_BITS
        || group.getP().signum() <= 0
        || secret.bitLength() > MAX_PRIME_BITS) {
      return new PublicKey("DSA", group.getP().bitLength(), "", "", "");
    }
    return SshKeys.dsa(group, group.getG().modPow(secret, group.getP()));
  }

  private static BigInteger integer(ASN1Sequence sequence, int index) {
    return ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
  }
}
