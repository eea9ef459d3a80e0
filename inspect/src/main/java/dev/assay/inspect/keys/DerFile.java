package dev.assay.inspect.keys;

import dev.assay.inspect.certificates.CertificateReader;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** A file in DER: which of the structures it is, told by the types of its first elements. */
final class DerFile {
  private DerFile() {}

  static void read(byte[] der, StoreContents out) {
    if (Der.length(der, 0) <= 0) {
      return;
    }
    ASN1Sequence sequence;
    try {
      sequence = ASN1Sequence.getInstance(der);
    } catch (RuntimeException notDer) {
      return;
    }
    ASN1Encodable first = element(sequence, 0);
    ASN1Encodable second = element(sequence, 1);
    ASN1Encodable third = element(sequence, 2);
    if (first instanceof ASN1Sequence body
        && third instanceof ASN1BitString
        && isCertificate(body)) {
      out.certificate(() -> CertificateReader.read(der, 0));
    } else if (first instanceof ASN1Integer version) {
      int value = version.getValue().bitLength() > 8 ? -1 : version.getValue().intValue();
      if (value == 3 && second instanceof ASN1Sequence) {
        out.store(Pkcs12Store.read(der, out));
      } else if (value <= 1 && second instanceof ASN1Sequence && third instanceof ASN1OctetString) {
        out.key(PrivateKeys.found("PKCS#8", 0, der, "", false, PrivateKeys.pkcs8(der, 0)));
      } else if (value == 0 && third instanceof ASN1Integer && sequence.size() >= 9) {
        out.key(PrivateKeys.found("PKCS#1", 0, der, "", false, PrivateKeys.pkcs1(der, 0)));
      } else if (value == 1 && second instanceof ASN1OctetString) {
        out.key(PrivateKeys.found("SEC1", 0, der, "", false, PrivateKeys.sec1(der, 0)));
      }
    } else if (first instanceof ASN1Sequence
        && second instanceof ASN1OctetString
        && sequence.size() == 2) {
      SealedKeys.Protection protection = SealedKeys.of(der, 0);
      out.key(
          PrivateKeys.found(
              "PKCS#8", 0, der, protection.name(), protection.weak(), PublicKey.UNKNOWN));
    }
  }

  /**
   * RFC 5280 4.1: begins with the tagged version, or (version 1) has the validity where a
   * revocation list has a time.
   */
  private static boolean isCertificate(ASN1Sequence body) {
    return body.size() >= 6
        && (body.getObjectAt(0) instanceof ASN1TaggedObject
            || body.getObjectAt(3) instanceof ASN1Sequence);
  }

  private static ASN1Encodable element(ASN1Sequence sequence, int index) {
    return index < sequence.size() ? sequence.getObjectAt(index) : sequence;
  }
}
