package dev.assay.catalogue.forge;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/**
 * Private keys.
 *
 * <p>Parameters: {@code algorithm}, {@code bits}, {@code curve}, {@code key} (number of the key),
 * {@code format} ({@code pkcs8}, {@code traditional}, {@code openssh}, {@code dropbear}, {@code
 * putty}), {@code encrypted} ({@code none}, {@code pbes2}, {@code pbes1}, {@code pem}), {@code
 * rounds} of key derivation, {@code der}, {@code before} (text that stands before the key). Where a
 * key is encrypted, noise stands for the ciphertext: nobody has the passphrase anyway.
 */
public final class PrivateKeyForge implements Forge {
  private static final String NONE = "none";

  @Override
  public String name() {
    return "privateKey";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    String algorithm = p.text("algorithm", "RSA");
    AsymmetricCipherKeyPair pair =
        TestKeys.pair(
            algorithm, p.number("bits", 2048), p.text("curve", "P-256"), p.number("key", 1));
    String format = p.text("format", "pkcs8");
    String encrypted = p.text("encrypted", NONE);
    int rounds = p.number("rounds", 100_000);
    boolean binary = p.flag("der", false);
    String before = p.text("before", "");
    p.done();
    byte[] key = key(format, algorithm, pair, encrypted, rounds, binary);
    return before.isEmpty()
        ? key
        : new Wire().raw(before.getBytes(StandardCharsets.UTF_8)).raw(key).bytes();
  }

  private static byte[] key(
      String format,
      String algorithm,
      AsymmetricCipherKeyPair pair,
      String encrypted,
      int rounds,
      boolean binary) {
    try {
      return switch (format) {
        case "pkcs8" -> pkcs8(pair, encrypted, rounds, binary);
        case "traditional" -> traditional(algorithm, pair, encrypted);
        case "openssh" -> openSsh(pair, encrypted);
        case "dropbear" -> dropbear(pair);
        case "putty" -> putty(pair, encrypted);
        default ->
            throw new IllegalArgumentException("privateKey: unknown format `" + format + "`");
      };
    } catch (IOException e) {
      throw TestKeys.impossible(e);
    }
  }

  private static byte[] pkcs8(
      AsymmetricCipherKeyPair pair, String encrypted, int rounds, boolean binary)
      throws IOException {
    PrivateKeyInfo info = PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate());
    byte[] der =
        encrypted.equals(NONE)
            ? info.getEncoded()
            : new EncryptedPrivateKeyInfo(
                    protection(encrypted, rounds),
                    TestKeys.noise("sealed", info.getEncoded().length / 16 * 16 + 16))
                .getEncoded();
    return binary
        ? der
        : ascii(PemText.of(encrypted.equals(NONE) ? "PRIVATE KEY" : "ENCRYPTED PRIVATE KEY", der));
  }

  private static AlgorithmIdentifier protection(String encrypted, int rounds) {
    byte[] salt = TestKeys.noise("salt", 8);
    return switch (encrypted) {
      case "pbes1" ->
          new AlgorithmIdentifier(
              PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC, new PBEParameter(salt, rounds));
      case "pbes2" ->
          new AlgorithmIdentifier(
              PKCSObjectIdentifiers.id_PBES2,
              new PBES2Parameters(
                  new KeyDerivationFunc(
                      PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, rounds)),
                  new EncryptionScheme(
                      NISTObjectIdentifiers.id_aes256_CBC,
                      new DEROctetString(TestKeys.noise("iv", 16)))));
      default ->
          throw new IllegalArgumentException(
              "privateKey: pkcs8 is encrypted by pbes1 or pbes2, not `" + encrypted + "`");
    };
  }

  private static byte[] traditional(
      String algorithm, AsymmetricCipherKeyPair pair, String encrypted) throws IOException {
    byte[] body =
        algorithm.equals("DSA")
            ? dsa(pair)
            : PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
    String label = algorithm + " PRIVATE KEY";
    return encrypted.equals("pem")
        ? ascii(
            PemText.of(
                label,
                "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n",
                TestKeys.noise("sealed", body.length / 16 * 16 + 16)))
        : ascii(PemText.of(label, body));
  }

  private static byte[] dsa(AsymmetricCipherKeyPair pair) throws IOException {
    DSAPrivateKeyParameters secret = (DSAPrivateKeyParameters) pair.getPrivate();
    ASN1EncodableVector fields = new ASN1EncodableVector();
    for (BigInteger field :
        new BigInteger[] {
          BigInteger.ZERO,
          secret.getParameters().getP(),
          secret.getParameters().getQ(),
          secret.getParameters().getG(),
          ((DSAPublicKeyParameters) pair.getPublic()).getY(),
          secret.getX()
        }) {
      fields.add(new ASN1Integer(field));
    }
    return new DERSequence(fields).getEncoded();
  }

  private static byte[] openSsh(AsymmetricCipherKeyPair pair, String encrypted) throws IOException {
    boolean open = encrypted.equals(NONE);
    byte[] head = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    byte[] body =
        new Wire()
            .raw(head)
            .text(open ? NONE : "aes256-ctr")
            .text(open ? NONE : "bcrypt")
            .field(
                open
                    ? new byte[0]
                    : new Wire().field(TestKeys.noise("salt", 16)).number(16).bytes())
            .number(1)
            .field(OpenSSHPublicKeyUtil.encodePublicKey(pair.getPublic()))
            .field(TestKeys.noise("private", 256))
            .bytes();
    return ascii(PemText.of("OPENSSH PRIVATE KEY", body));
  }

  private static byte[] dropbear(AsymmetricCipherKeyPair pair) throws IOException {
    if (!(pair.getPrivate() instanceof RSAPrivateCrtKeyParameters rsa)) {
      throw new IllegalArgumentException("privateKey: dropbear keys are made of RSA only");
    }
    return new Wire()
        .text("ssh-rsa")
        .integer(rsa.getPublicExponent())
        .integer(rsa.getModulus())
        .integer(rsa.getExponent())
        .integer(rsa.getP())
        .integer(rsa.getQ())
        .bytes();
  }

  private static byte[] putty(AsymmetricCipherKeyPair pair, String encrypted) throws IOException {
    String open =
        Base64.getEncoder().encodeToString(OpenSSHPublicKeyUtil.encodePublicKey(pair.getPublic()));
    String secret = Base64.getEncoder().encodeToString(TestKeys.noise("private", 96));
    return ascii(
        "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: "
            + (encrypted.equals(NONE) ? NONE : "aes256-cbc")
            + "\nComment: control\nPublic-Lines: 1\n"
            + open
            + "\nPrivate-Lines: 1\n"
            + secret
            + "\nPrivate-MAC: 00\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
