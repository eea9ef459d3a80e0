package dev.assay.inspect.certificates;

import java.util.Map;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Names of signature algorithms by object identifier (RFC 3279, 4055, 5758, 8410). */
final class SignatureNames {
  private SignatureNames() {}

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.1.2", "MD2withRSA"),
          Map.entry("1.2.840.113549.1.1.3", "MD4withRSA"),
          Map.entry("1.2.840.113549.1.1.4", "MD5withRSA"),
          Map.entry("1.3.14.3.2.29", "SHA1withRSA"),
          Map.entry("1.2.840.113549.1.1.5", "SHA1withRSA"),
          Map.entry("1.2.840.113549.1.1.14", "SHA224withRSA"),
          Map.entry("1.2.840.113549.1.1.11", "SHA256withRSA"),
          Map.entry("1.2.840.113549.1.1.12", "SHA384withRSA"),
          Map.entry("1.2.840.113549.1.1.13", "SHA512withRSA"),
          Map.entry("1.2.840.10040.4.3", "SHA1withDSA"),
          Map.entry("2.16.840.1.101.3.4.3.1", "SHA224withDSA"),
          Map.entry("2.16.840.1.101.3.4.3.2", "SHA256withDSA"),
          Map.entry("1.2.840.10045.4.1", "SHA1withECDSA"),
          Map.entry("1.2.840.10045.4.3.1", "SHA224withECDSA"),
          Map.entry("1.2.840.10045.4.3.2", "SHA256withECDSA"),
          Map.entry("1.2.840.10045.4.3.3", "SHA384withECDSA"),
          Map.entry("1.2.840.10045.4.3.4", "SHA512withECDSA"),
          Map.entry("1.3.101.112", "Ed25519"),
          Map.entry("1.3.101.113", "Ed448"));

  private static final Map<String, String> HASHES =
      Map.of(
          "1.3.14.3.2.26", "SHA1",
          "2.16.840.1.101.3.4.2.4", "SHA224",
          "2.16.840.1.101.3.4.2.1", "SHA256",
          "2.16.840.1.101.3.4.2.2", "SHA384",
          "2.16.840.1.101.3.4.2.3", "SHA512");

  static String of(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      // RFC 4055 3.1: SHA-1 where the parameters do not name a hash.
      RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
      String hash =
          parameters == null
              ? "SHA1"
              : HASHES.getOrDefault(parameters.getHashAlgorithm().getAlgorithm().getId(), "");
      return hash + "withRSAandMGF1";
    }
    String id = algorithm.getAlgorithm().getId();
    return NAMES.getOrDefault(id, id);
  }

  /** {@code MD5}, {@code SHA1}, {@code SHA256} …; empty where the algorithm names none. */
  static String hash(String algorithm) {
    int with = algorithm.indexOf("with");
    return with > 0 ? algorithm.substring(0, with) : "";
  }
}
