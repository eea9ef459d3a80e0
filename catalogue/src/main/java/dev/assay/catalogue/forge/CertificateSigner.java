package dev.assay.catalogue.forge;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/**
 * Signs forged certificates so that the same certificate is always the same bytes (RFC 6979 for
 * ECDSA).
 */
final class CertificateSigner {
  private CertificateSigner() {}

  static String defaultFor(AsymmetricKeyParameter key) {
    return switch (key) {
      case ECPrivateKeyParameters ec -> "SHA256withECDSA";
      case Ed25519PrivateKeyParameters edwards -> "Ed25519";
      default -> "SHA256withRSA";
    };
  }

  static ContentSigner of(String algorithm, AsymmetricKeyParameter key)
      throws OperatorCreationException {
    AlgorithmIdentifier signature = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    if (key instanceof Ed25519PrivateKeyParameters) {
      return with(signature, signature, new Ed25519Signer()).build(key);
    }
    AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
    return key instanceof ECPrivateKeyParameters
        ? with(
                signature,
                digest,
                new DSADigestSigner(
                    new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())),
                    new SHA256Digest()))
            .build(key)
        : new BcRSAContentSignerBuilder(signature, digest).build(key);
  }

  private static BcContentSignerBuilder with(
      AlgorithmIdentifier signature, AlgorithmIdentifier digest, Signer signer) {
    return new BcContentSignerBuilder(signature, digest) {
      @Override
      protected Signer createSigner(AlgorithmIdentifier signatureId, AlgorithmIdentifier digestId) {
        return signer;
      }
    };
  }
}
