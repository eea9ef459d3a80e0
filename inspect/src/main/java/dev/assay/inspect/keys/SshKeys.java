package dev.assay.inspect.keys;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Keys in the wire form of SSH (RFC 4253 6.6, RFC 5656, RFC 8709), which OpenSSH and dropbear write
 * to files.
 */
final class SshKeys {
  private static final String OPENSSH_MAGIC = "openssh-key-v1\0";
  private static final int MAX_FIELD = 1 << 16;

  private static final Map<String, String> CURVES =
      Map.of(
          "nistp256", "1.2.840.10045.3.1.7",
          "nistp384", "1.3.132.0.34",
          "nistp521", "1.3.132.0.35");

  private final Block data;
  private final long offset;
  private int at;

  private SshKeys(byte[] data, int at, long offset) {
    this.data = Bytes.of(data).block(0, data.length);
    this.at = at;
    this.offset = offset;
  }

  /** A public key as in {@code authorized_keys}. */
  static PublicKey publicKey(byte[] blob, long offset) {
    SshKeys reader = new SshKeys(blob, 0, offset);
    return reader.publicHalf(reader.text());
  }

  /**
   * OpenSSH PROTOCOL.key: magic, cipher, key derivation and its options, number of keys, public
   * keys, then the private ones, encrypted or not.
   */
  static FoundKey openSsh(byte[] body, long offset) {
    if (!Bytes.of(body).has(0, OPENSSH_MAGIC)) {
      throw new Malformed("key.malformed", offset, "expected `openssh-key-v1`; not read");
    }
    SshKeys reader = new SshKeys(body, OPENSSH_MAGIC.length(), offset);
    String cipher = reader.text();
    String derivation = reader.text();
    reader.field();
    reader.at += 4;
    PublicKey key = publicKey(reader.field(), offset);
    boolean sealed = !cipher.equals("none");
    return PrivateKeys.found(
        "OpenSSH", offset, body, sealed ? cipher + ", " + derivation : "", false, key);
  }

  /** dropbear signkey.c: name of the algorithm, public fields, private fields. Never encrypted. */
  static FoundKey dropbear(byte[] body) {
    SshKeys reader = new SshKeys(body, 0, 0);
    String name = reader.text();
    PublicKey key =
        name.equals("ssh-ed25519") ? ed25519Pair(reader.field()) : reader.publicHalf(name);
    return PrivateKeys.found("dropbear", 0, body, "", false, key);
  }

  /** Whether it begins as a dropbear key does. */
  static boolean looksLikeDropbear(Bytes content) {
    return content.size() < MAX_FIELD
        && (content.has(0, "\0\0\0\7ssh-rsa\0")
            || content.has(0, "\0\0\0\7ssh-dss\0")
            || content.has(0, "\0\0\0\13ssh-ed25519\0")
            || content.has(0, "\0\0\0\23ecdsa-sha2-nistp"));
  }

  static PublicKey ed25519(byte[] point) {
    return PublicKeys.read(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112")), point),
        -1);
  }

  static PublicKey dsa(DSAParameter group, BigInteger value) throws IOException {
    return PublicKeys.read(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, group), new ASN1Integer(value)),
        -1);
  }

  private static PublicKey ed25519Pair(byte[] pair) {
    if (pair.length != 64) {
      throw new Malformed(
          "key.malformed", 0, "expected 64 bytes of Ed25519 key; found " + pair.length);
    }
    return ed25519(Arrays.copyOfRange(pair, 32, 64));
  }

  private PublicKey publicHalf(String name) {
    try {
      // Security keys (sk-…) carry the same public key, then the application they are bound to.
      String base =
          name.replaceFirst("^sk-", "")
              .replaceFirst("@openssh\\.com$", "")
              .replaceFirst("-cert-v01$", "");
      if (name.contains("-cert-")) {
        return new PublicKey(base, 0, "", "", "");
      }
      if (base.equals("ssh-rsa")) {
        BigInteger exponent = number();
        return PublicKeys.rsa(number(), exponent);
      }
      if (base.equals("ssh-ed25519")) {
        return ed25519(field());
      }
      if (base.equals("ssh-dss")) {
        DSAParameter group = new DSAParameter(number(), number(), number());
        return dsa(group, number());
      }
      String curve = CURVES.get(text());
      if (base.startsWith("ecdsa-sha2-") && curve != null) {
        AlgorithmIdentifier algorithm =
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(curve));
        return PublicKeys.read(new SubjectPublicKeyInfo(algorithm, field()), offset);
      }
      return new PublicKey(base, 0, "", "", "");
    } catch (IOException e) {
      throw new Malformed("key.malformed", offset, "expected a key in SSH form; " + e.getMessage());
    }
  }

  private BigInteger number() {
    byte[] value = field();
    if (value.length == 0) {
      return BigInteger.ZERO;
    }
    return new BigInteger(value);
  }

  private String text() {
    byte[] value = field();
    return new String(value, StandardCharsets.ISO_8859_1);
  }

  private byte[] field() {
    long length = data.u32be(at);
    if (length > MAX_FIELD || length > data.size() - at - 4) {
      throw new Malformed(
          "key.malformed",
          offset,
          "a field of " + length + " bytes; " + (data.size() - at - 4) + " are left");
    }
    byte[] value = data.bytes(at + 4, (int) length);
    at += 4 + (int) length;
    return value;
  }
}
