package dev.assay.catalogue.forge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** Writes PKCS#12 (RFC 7292) with fixed salts. */
final class Pkcs12Writer {
  private final char[] password;
  private final int rounds;
  private final boolean integrity;
  private final String cipher;

  Pkcs12Writer(String password, int rounds, boolean integrity, String cipher) {
    this.password = password.toCharArray();
    this.rounds = rounds;
    this.integrity = integrity;
    this.cipher = cipher;
  }

  byte[] write(List<byte[]> owned, List<byte[]> trusted) {
    try {
      List<byte[]> all = new ArrayList<>(owned);
      all.addAll(trusted);
      ASN1EncodableVector certificates = new ASN1EncodableVector();
      for (int i = 0; i < all.size(); i++) {
        certificates.add(certificate(all.get(i), i));
      }
      ASN1EncodableVector keys = new ASN1EncodableVector();
      for (int i = 0; i < owned.size(); i++) {
        keys.add(key(i));
      }
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(part(new DERSequence(certificates).getEncoded()));
      parts.add(plain(new DERSequence(keys).getEncoded()));
      byte[] safe = new DERSequence(parts).getEncoded();
      ContentInfo content = plain(safe);
      return (integrity ? new Pfx(content, mac(safe)) : new Pfx(content, null)).getEncoded();
    } catch (IOException | InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SafeBag certificate(byte[] der, int number) {
    ASN1Encodable bag =
        new DERSequence(
            new ASN1Encodable[] {
              PKCSObjectIdentifiers.x509Certificate,
              new DERTaggedObject(true, 0, new DEROctetString(der))
            });
    return new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive(), attributes(number));
  }

  private SafeBag key(int number) throws IOException, InvalidCipherTextException {
    byte[] info =
        PrivateKeyInfoFactory.createPrivateKeyInfo(
                TestKeys.pair("Ed25519", 2048, "", number + 1).getPrivate())
            .getEncoded();
    EncryptedPrivateKeyInfo sealed =
        new EncryptedPrivateKeyInfo(
            scheme(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC),
            sealed(new DESedeEngine(), 192, info));
    return new SafeBag(
        PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, sealed.toASN1Primitive(), attributes(number));
  }

  /** A local key id ties a key to its certificate. */
  private static DERSet attributes(int number) {
    return new DERSet(
        new ASN1Encodable[] {
          attribute(
              PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString("entry" + number)),
          attribute(
              PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
              new DEROctetString(new byte[] {(byte) number}))
        });
  }

  private static DERSequence attribute(ASN1ObjectIdentifier id, ASN1Encodable value) {
    return new DERSequence(new ASN1Encodable[] {id, new DERSet(value)});
  }

  private ContentInfo part(byte[] bags) throws IOException, InvalidCipherTextException {
    return switch (cipher) {
      case "none" -> plain(bags);
      case "rc2-40" ->
          encrypted(
              scheme(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC),
              sealed(new RC2Engine(), 40, bags));
      case "3des" ->
          encrypted(
              scheme(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC),
              sealed(new DESedeEngine(), 192, bags));
      default ->
          throw new IllegalArgumentException(
              "keyStore: cipher is none, rc2-40 or 3des, not `" + cipher + "`");
    };
  }

  private static ContentInfo plain(byte[] content) {
    return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
  }

  private static ContentInfo encrypted(AlgorithmIdentifier scheme, byte[] content) {
    return new ContentInfo(
        PKCSObjectIdentifiers.encryptedData,
        new EncryptedData(PKCSObjectIdentifiers.data, scheme, new DEROctetString(content)));
  }

  private AlgorithmIdentifier scheme(ASN1ObjectIdentifier id) {
    return new AlgorithmIdentifier(id, new PKCS12PBEParams(salt(), rounds));
  }

  private byte[] sealed(BlockCipher engine, int keyBits, byte[] plain)
      throws InvalidCipherTextException {
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
    generator.init(PBEParametersGenerator.PKCS12PasswordToBytes(password), salt(), rounds);
    PaddedBufferedBlockCipher cipherStream =
        new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(engine));
    cipherStream.init(true, generator.generateDerivedParameters(keyBits, 64));
    byte[] out = new byte[cipherStream.getOutputSize(plain.length)];
    int done = cipherStream.processBytes(plain, 0, plain.length, out, 0);
    cipherStream.doFinal(out, done);
    return out;
  }

  private MacData mac(byte[] safe) {
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA256Digest());
    generator.init(PBEParametersGenerator.PKCS12PasswordToBytes(password), salt(), rounds);
    HMac mac = new HMac(new SHA256Digest());
    mac.init(generator.generateDerivedMacParameters(256));
    mac.update(safe, 0, safe.length);
    byte[] value = new byte[32];
    mac.doFinal(value, 0);
    return new MacData(
        new DigestInfo(
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), value),
        salt(),
        rounds);
  }

  private static byte[] salt() {
    return TestKeys.noise("salt", 8);
  }
}
