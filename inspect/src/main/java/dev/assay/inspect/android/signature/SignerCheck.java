package dev.assay.inspect.android.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.jcajce.util.MessageDigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Verifies what one signer of a PKCS#7 message signed (RFC 5652 section 5.4) as Android does:
 * signed attributes are hashed in the order in which they stand, also where DER wants another.
 */
final class SignerCheck {
  private SignerCheck() {}

  /**
   * @param type of the content
   * @throws GeneralSecurityException where key and algorithms do not go together
   * @throws IOException where the attributes cannot be written
   */
  static boolean verifies(SignerInfo signer, String type, byte[] content, PublicKey key)
      throws GeneralSecurityException, IOException {
    String hash = MessageDigestUtils.getDigestName(signer.getDigestAlgorithm().getAlgorithm());
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    if (attributes != null
        && !describe(
            attributes,
            new ASN1ObjectIdentifier(type),
            MessageDigest.getInstance(hash).digest(content))) {
      return false;
    }
    Signature verifier = Signature.getInstance(algorithm(hash, key));
    verifier.initVerify(key);
    verifier.update(attributes == null ? content : attributes.getEncoded(ASN1Encoding.DL));
    return verifier.verify(signer.getEncryptedDigest().getOctets());
  }

  /** Whether the attributes are those of a content. */
  private static boolean describe(ASN1Set attributes, ASN1ObjectIdentifier type, byte[] digest) {
    AttributeTable table = new AttributeTable(attributes);
    return type.equals(only(table, CMSAttributes.contentType))
        && only(table, CMSAttributes.messageDigest) instanceof ASN1OctetString signed
        && MessageDigest.isEqual(signed.getOctets(), digest);
  }

  /** The value of an attribute that stands there once and has one. */
  private static @Nullable ASN1Encodable only(AttributeTable table, ASN1ObjectIdentifier name) {
    if (table.getAll(name).size() != 1) {
      return null;
    }
    ASN1Set values = ((Attribute) table.getAll(name).get(0)).getAttrValues();
    return values.size() == 1 ? values.getObjectAt(0) : null;
  }

  private static String algorithm(String hash, PublicKey key) {
    String name = key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm();
    return hash.replaceFirst("^SHA-", "SHA") + "with" + name;
  }
}
