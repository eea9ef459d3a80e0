package dev.assay.catalogue.forge;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.DSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.DSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;

/** Keys for controls: real keys, always the same ones, worth nothing. */
final class TestKeys {
  private static final Map<String, AsymmetricCipherKeyPair> MADE = new ConcurrentHashMap<>();

  private static final Map<String, String> CURVES =
      Map.of(
          "P-192", "1.2.840.10045.3.1.1",
          "P-224", "1.3.132.0.33",
          "P-256", "1.2.840.10045.3.1.7",
          "P-384", "1.3.132.0.34",
          "P-521", "1.3.132.0.35",
          "secp112r1", "1.3.132.0.6",
          "secp160r1", "1.3.132.0.8",
          "secp256k1", "1.3.132.0.10");

  private TestKeys() {}

  /**
   * @param algorithm {@code RSA}, {@code DSA}, {@code EC}, {@code Ed25519}
   * @param bits of RSA and DSA keys
   * @param curve of EC keys
   * @param number which of the keys of that form
   */
  static AsymmetricCipherKeyPair pair(String algorithm, int bits, String curve, int number) {
    String name =
        algorithm + " " + (algorithm.equals("EC") ? curve : Integer.toString(bits)) + " " + number;
    return MADE.computeIfAbsent(name, key -> make(algorithm, bits, curve, new Seeded(key)));
  }

  private static AsymmetricCipherKeyPair make(
      String algorithm, int bits, String curve, SecureRandom random) {
    return switch (algorithm) {
      case "RSA" -> {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
            new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), random, bits, 64));
        yield generator.generateKeyPair();
      }
      case "DSA" -> {
        DSAParametersGenerator group = new DSAParametersGenerator(new SHA1Digest());
        group.init(bits, 20, random);
        DSAKeyPairGenerator generator = new DSAKeyPairGenerator();
        generator.init(new DSAKeyGenerationParameters(random, group.generateParameters()));
        yield generator.generateKeyPair();
      }
      case "EC" -> ec(curve, random);
      case "Ed25519" -> {
        Ed25519PrivateKeyParameters secret = new Ed25519PrivateKeyParameters(random);
        yield new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
      }
      default ->
          throw new IllegalArgumentException(
              "algorithm is RSA, DSA, EC or Ed25519, not `" + algorithm + "`");
    };
  }

  private static AsymmetricCipherKeyPair ec(String curve, SecureRandom random) {
    String id = CURVES.get(curve);
    if (id == null) {
      throw new IllegalArgumentException(
          "curve is one of " + CURVES.keySet() + ", not `" + curve + "`");
    }
    ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(id);
    X9ECParameters group = ECNamedCurveTable.getByOID(oid);
    ECNamedDomainParameters domain = new ECNamedDomainParameters(oid, group);
    BigInteger secret =
        new BigInteger(group.getN().bitLength() - 8, random).setBit(group.getN().bitLength() - 9);
    return new AsymmetricCipherKeyPair(
        new ECPublicKeyParameters(group.getG().multiply(secret).normalize(), domain),
        new ECPrivateKeyParameters(secret, domain));
  }

  /** Bytes that look random and are always the same. */
  static byte[] noise(String seed, int count) {
    byte[] bytes = new byte[count];
    new Seeded(seed).nextBytes(bytes);
    return bytes;
  }

  /** Never happens: encoding into memory does not fail. */
  static IllegalStateException impossible(IOException e) {
    return new IllegalStateException(e);
  }

  /** SHA-256 in counter mode over a name. */
  private static final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final String name;
    private long counter;

    Seeded(String name) {
      super(null, null);
      this.name = name;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      int done = 0;
      while (done < bytes.length) {
        byte[] block = next();
        int part = Math.min(block.length, bytes.length - done);
        System.arraycopy(block, 0, bytes, done, part);
        done += part;
      }
    }

    private byte[] next() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        return digest.digest(ByteBuffer.allocate(8).putLong(counter++).array());
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every JDK has SHA-256", e);
      }
    }
  }
}
