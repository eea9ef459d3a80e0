package dev.assay.inspect.keys;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.scan.Digests;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Describes public keys (RFC 3279, 5480, 8410). */
public final class PublicKeys {
  private record Curve(String name, int bits) {}

  private static final Map<String, Curve> CURVES =
      Map.ofEntries(
          Map.entry("1.2.840.10045.3.1.1", new Curve("P-192", 192)),
          Map.entry("1.3.132.0.33", new Curve("P-224", 224)),
          Map.entry("1.2.840.10045.3.1.7", new Curve("P-256", 256)),
          Map.entry("1.3.132.0.34", new Curve("P-384", 384)),
          Map.entry("1.3.132.0.35", new Curve("P-521", 521)),
          Map.entry("1.3.132.0.10", new Curve("secp256k1", 256)),
          Map.entry("1.3.132.0.8", new Curve("secp160r1", 160)),
          Map.entry("1.3.132.0.6", new Curve("secp112r1", 112)),
          Map.entry("1.3.132.0.28", new Curve("secp128r1", 128)),
          Map.entry("1.3.36.3.3.2.8.1.1.1", new Curve("brainpoolP160r1", 160)),
          Map.entry("1.3.36.3.3.2.8.1.1.3", new Curve("brainpoolP192r1", 192)),
          Map.entry("1.3.36.3.3.2.8.1.1.5", new Curve("brainpoolP224r1", 224)),
          Map.entry("1.3.36.3.3.2.8.1.1.7", new Curve("brainpoolP256r1", 256)),
          Map.entry("1.3.36.3.3.2.8.1.1.11", new Curve("brainpoolP384r1", 384)),
          Map.entry("1.3.36.3.3.2.8.1.1.13", new Curve("brainpoolP512r1", 512)));

  private static final Map<String, Curve> EDWARDS =
      Map.of(
          "1.3.101.110", new Curve("X25519", 256),
          "1.3.101.111", new Curve("X448", 448),
          "1.3.101.112", new Curve("Ed25519", 256),
          "1.3.101.113", new Curve("Ed448", 456));

  private PublicKeys() {}

  /**
   * @throws Malformed {@code key.malformed} where the key is not of its algorithm's form
   */
  public static PublicKey read(SubjectPublicKeyInfo info, long offset) {
    try {
      return read(info);
    } catch (IOException | RuntimeException e) {
      throw new Malformed("key.malformed", offset, "expected a public key; " + e.getMessage());
    }
  }

  static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws IOException {
    return read(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            new RSAPublicKey(modulus, exponent)));
  }

  private static PublicKey read(SubjectPublicKeyInfo info) throws IOException {
    String digest = Digests.sha256(Bytes.of(info.getEncoded(ASN1Encoding.DER)));
    ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
      BigInteger exponent = rsa.getPublicExponent();
      return new PublicKey(
          "RSA",
          rsa.getModulus().bitLength(),
          "",
          exponent.bitLength() <= 64 ? exponent.toString() : "",
          digest);
    }
    if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      Curve curve = curve(info.getAlgorithm(), info.getPublicKeyData().getBytes().length);
      return new PublicKey("EC", curve.bits(), curve.name(), "", digest);
    }
    if (algorithm.equals(X9ObjectIdentifiers.id_dsa)) {
      int bits =
          info.getAlgorithm().getParameters() == null
              ? 0
              : DSAParameter.getInstance(info.getAlgorithm().getParameters()).getP().bitLength();
      return new PublicKey("DSA", bits, "", "", digest);
    }
    Curve edwards = EDWARDS.get(algorithm.getId());
    return edwards != null
        ? new PublicKey(edwards.name(), edwards.bits(), edwards.name(), "", digest)
        : new PublicKey(algorithm.getId(), 0, "", "", digest);
  }

  /**
   * A named curve; of one that is written out, the field's size is told by the length of the point.
   */
  private static Curve curve(AlgorithmIdentifier algorithm, int pointLength) {
    return algorithm.getParameters() instanceof ASN1ObjectIdentifier named
        ? CURVES.getOrDefault(named.getId(), new Curve(named.getId(), (pointLength - 1) / 2 * 8))
        : new Curve("explicit", (pointLength - 1) / 2 * 8);
  }
}
