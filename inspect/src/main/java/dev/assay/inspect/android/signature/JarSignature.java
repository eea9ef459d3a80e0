package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
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

/** Verifies a PKCS#7 signature over a signature file. */
final class JarSignature {
  private static final int MAX_SIZE = 1 << 20;
  private static final int MAX_SIGNERS = 10;

  private JarSignature() {}

  /**
   * What is wrong with it; empty where it is good.
   *
   * @throws Malformed where it is not tried
   */
  static Optional<String> flaw(byte[] signed, Bytes signature) {
    if (signature.size() > MAX_SIZE) {
      throw new Malformed(
          "apk.signature", 0, "a signature of " + signature.size() + " bytes; not read");
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
    } catch (Malformed unused) {
      throw unused;
    } catch (CMSException | GeneralSecurityException | IOException | RuntimeException unfit) {
      return Optional.of("the signature cannot be verified: " + unfit.getMessage());
    }
  }

  private static boolean verifies(CMSSignedData data, SignerInformation signer)
      throws GeneralSecurityException, IOException {
    @SuppressWarnings("unchecked")
    Collection<X509CertificateHolder> certificates =
        data.getCertificates().getMatches(signer.getSID());
    byte[] signed = (byte[]) data.getSignedContent().getContent();
    for (X509CertificateHolder each : certificates) {
      Optional<Signatory> own = Signatory.of(each.getEncoded());
      if (own.isPresent()
          && SignerCheck.verifies(
              signer.toASN1Structure(), data.getSignedContentTypeOID(), signed, own.get().key())) {
        return true;
      }
    }
    return false;
  }
}
