package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.inspect.keys.Der;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Verifies a PKCS#7 signature over a signature file. */
final class JarSignature {
  private static final int MAX_SIZE = 1 << 20;
  private static final int MAX_SIGNERS = 10;

  private JarSignature() {}

  /** What is wrong with it; empty where it is good. */
  static Optional<String> flaw(byte[] signed, Bytes signature) {
    if (signature.size() > MAX_SIZE) {
      return Optional.of("a signature of " + signature.size() + " bytes; not read");
    }
    byte[] der = signature.toArray(MAX_SIZE);
    if (Der.length(der, 0) <= 0) {
      return Optional.of("expected PKCS#7 in DER; found something else");
    }
    try {
      CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(signed), der);
      int tried = 0;
      for (SignerInformation signer : data.getSignerInfos().getSigners()) {
        if (tried++ < MAX_SIGNERS && verifies(data, signer)) {
          return Optional.empty();
        }
      }
      return Optional.of("the signature is not that of the certificate's key");
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException
        | RuntimeException unfit) {
      return Optional.of("the signature cannot be verified: " + unfit.getMessage());
    }
  }

  private static boolean verifies(CMSSignedData data, SignerInformation signer)
      throws CMSException, OperatorCreationException, GeneralSecurityException, IOException {
    @SuppressWarnings("unchecked")
    Collection<X509CertificateHolder> certificates =
        data.getCertificates().getMatches(signer.getSID());
    for (X509CertificateHolder each : certificates) {
      Optional<Signatory> own = Signatory.of(each.getEncoded());
      if (own.isPresent()
          && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own.get().key()))) {
        return true;
      }
    }
    return false;
  }
}
