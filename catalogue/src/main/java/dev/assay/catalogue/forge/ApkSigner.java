package dev.assay.catalogue.forge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Who signs forged packages: an RSA key and its certificate, made once for all controls that ask
 * for the same.
 *
 * @param certificate DER
 * @param publicKey as SubjectPublicKeyInfo
 */
record ApkSigner(byte[] certificate, byte[] publicKey, PrivateKey key) {
  private static final int RSA_SHA256 = 0x0103;
  private static final Map<Map<String, Object>, ApkSigner> MADE = new ConcurrentHashMap<>();

  /**
   * @param parameters of the certificate
   */
  static ApkSigner of(Map<String, Object> parameters) {
    return MADE.computeIfAbsent(parameters, ApkSigner::make);
  }

  private static ApkSigner make(Map<String, Object> parameters) {
    AsymmetricCipherKeyPair pair = CertificateForge.pair(new Parameters("certificate", parameters));
    if (!(pair.getPublic() instanceof RSAKeyParameters)) {
      throw new IllegalArgumentException("apk: the signer's algorithm is RSA");
    }
    try {
      byte[] secret = PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded();
      return new ApkSigner(
          CertificateForge.der(parameters),
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()).getEncoded(),
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(secret)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Number of its algorithm in signing blocks: RSA, PKCS 1 version 1.5, SHA-256. */
  int algorithm() {
    return RSA_SHA256;
  }

  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
