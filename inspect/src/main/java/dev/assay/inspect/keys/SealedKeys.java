package dev.assay.inspect.keys;

import dev.assay.formats.Malformed;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How encrypted PKCS#8 keys and PKCS#12 contents are protected (RFC 8018, RFC 7292). */
final class SealedKeys {
  /**
   * @param iterations rounds that turn the password into the key; 0 where unknown
   * @param weak whether a password can be guessed fast, or the cipher broken
   */
  record Protection(String name, String cipher, int iterations, boolean weak) {}

  private static final int FEW_ROUNDS = 1000;

  private static final Map<String, String> CIPHERS =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.5.3", "DES"),
          Map.entry("1.2.840.113549.1.5.10", "DES"),
          Map.entry("1.2.840.113549.1.5.6", "RC2-64"),
          Map.entry("1.2.840.113549.1.12.1.1", "RC4-128"),
          Map.entry("1.2.840.113549.1.12.1.2", "RC4-40"),
          Map.entry("1.2.840.113549.1.12.1.3", "3DES"),
          Map.entry("1.2.840.113549.1.12.1.4", "2-key 3DES"),
          Map.entry("1.2.840.113549.1.12.1.5", "RC2-128"),
          Map.entry("1.2.840.113549.1.12.1.6", "RC2-40"),
          Map.entry("1.2.840.113549.3.7", "3DES"),
          Map.entry("1.3.14.3.2.7", "DES"),
          Map.entry("2.16.840.1.101.3.4.1.2", "AES-128"),
          Map.entry("2.16.840.1.101.3.4.1.22", "AES-192"),
          Map.entry("2.16.840.1.101.3.4.1.42", "AES-256"));

  private SealedKeys() {}

  static Protection of(byte[] der, long offset) {
    if (Der.length(der, 0) <= 0) {
      throw new Malformed(
          "key.malformed", offset, "expected an encrypted private key; its frame is broken");
    }
    try {
      return of(EncryptedPrivateKeyInfo.getInstance(der).getEncryptionAlgorithm());
    } catch (RuntimeException e) {
      throw new Malformed(
          "key.malformed", offset, "expected an encrypted private key; " + e.getMessage());
    }
  }

  static Protection of(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      String cipher =
          CIPHERS.getOrDefault(algorithm.getAlgorithm().getId(), algorithm.getAlgorithm().getId());
      int rounds = bounded(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
      return new Protection(
          cipher + ", " + rounds + " rounds", cipher, rounds, isWeak(cipher, rounds));
    }
    PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
    String id = parameters.getEncryptionScheme().getAlgorithm().getId();
    String cipher = CIPHERS.getOrDefault(id, id);
    if (!parameters.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      return new Protection(cipher + ", scrypt or other", cipher, 0, isWeak(cipher, FEW_ROUNDS));
    }
    int rounds =
        bounded(
            PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters())
                .getIterationCount());
    return new Protection(
        cipher + ", PBKDF2 " + rounds + " rounds", cipher, rounds, isWeak(cipher, rounds));
  }

  private static int bounded(BigInteger rounds) {
    return rounds.signum() < 0 || rounds.bitLength() > 31 ? Integer.MAX_VALUE : rounds.intValue();
  }

  private static boolean isWeak(String cipher, int rounds) {
    return cipher.startsWith("DES") || cipher.startsWith("RC") || rounds < FEW_ROUNDS;
  }
}
