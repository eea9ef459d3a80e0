package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/**
 * The marks of APK signatures, with the signer's certificate in its place. The signatures
 * themselves are left empty.
 */
final class ApkSignatures {
  private static final Map<String, Integer> IDS =
      Map.of("v2", 0x7109871A, "v3", 0xF05368C0, "v3.1", 0x1B93AD61);

  private ApkSignatures() {}

  /** Scheme v1: PKCS#7 with the certificate. */
  static byte[] signedData(byte[] certificate) {
    try {
      SignedData data =
          new SignedData(
              new DERSet(),
              new ContentInfo(CMSObjectIdentifiers.data, null),
              new DERSet(ASN1Primitive.fromByteArray(certificate)),
              null,
              new DERSet());
      return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded();
    } catch (IOException e) {
      throw TestKeys.impossible(e);
    }
  }

  /** The signing block with these schemes; empty where there are none. */
  static byte[] block(List<String> schemes, byte[] certificate) {
    ByteArrayOutputStream pairs = new ByteArrayOutputStream();
    for (String scheme : schemes) {
      if (!scheme.equals("v1")) {
        byte[] value = prefixed(prefixed(signer(certificate)));
        pairs.writeBytes(little(8).putLong(value.length + 4L).array());
        pairs.writeBytes(little(4).putInt(id(scheme)).array());
        pairs.writeBytes(value);
      }
    }
    if (pairs.size() == 0) {
      return new byte[0];
    }
    byte[] size = little(8).putLong(pairs.size() + 24L).array();
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(size);
    block.writeBytes(pairs.toByteArray());
    block.writeBytes(size);
    block.writeBytes("APK Sig Block 42".getBytes(StandardCharsets.US_ASCII));
    return block.toByteArray();
  }

  private static int id(String scheme) {
    Integer id = IDS.get(scheme);
    if (id == null) {
      throw new IllegalArgumentException(
          "apk: scheme is v1 or one of " + IDS.keySet() + ", not `" + scheme + "`");
    }
    return id;
  }

  private static byte[] signer(byte[] certificate) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes(prefixed(new byte[0]));
    signed.writeBytes(prefixed(prefixed(certificate)));
    signed.writeBytes(prefixed(new byte[0]));
    ByteArrayOutputStream signer = new ByteArrayOutputStream();
    signer.writeBytes(prefixed(signed.toByteArray()));
    signer.writeBytes(prefixed(new byte[0]));
    signer.writeBytes(prefixed(new byte[0]));
    return signer.toByteArray();
  }

  private static byte[] prefixed(byte[] bytes) {
    return little(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
