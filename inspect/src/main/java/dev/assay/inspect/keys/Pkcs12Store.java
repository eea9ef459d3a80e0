package dev.assay.inspect.keys;

import dev.assay.formats.Malformed;
import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.certificates.CertificateReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;

/**
 * PKCS#12 (RFC 7292): the frame is read here, its contents by the JDK once a password is known and
 * the work it costs is bounded.
 */
final class Pkcs12Store {
  /** With more, passwords are not tried. */
  static final int MAX_ROUNDS = 100_000;

  private static final int MAX_PARTS = 32;

  private record Hash(String name, Supplier<Digest> digest) {}

  private static final Map<String, Hash> HASHES =
      Map.of(
          "1.3.14.3.2.26", new Hash("SHA1", SHA1Digest::new),
          "2.16.840.1.101.3.4.2.1", new Hash("SHA256", SHA256Digest::new),
          "2.16.840.1.101.3.4.2.2", new Hash("SHA384", SHA384Digest::new),
          "2.16.840.1.101.3.4.2.3", new Hash("SHA512", SHA512Digest::new));

  private final byte[] der;
  private final byte[] content;
  private final Optional<MacData> mac;
  private final List<SealedKeys.Protection> protections;

  private Pkcs12Store(
      byte[] der, byte[] content, Optional<MacData> mac, List<SealedKeys.Protection> protections) {
    this.der = der;
    this.content = content;
    this.mac = mac;
    this.protections = protections;
  }

  /**
   * @throws Malformed {@code keystore.malformed}
   */
  static FoundStore read(byte[] der, StoreContents out) {
    try {
      Pfx pfx = Pfx.getInstance(der);
      byte[] content = ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
      return new Pkcs12Store(
              der, content, Optional.ofNullable(pfx.getMacData()), protections(content))
          .describe(out);
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Malformed(
          "keystore.malformed", 0, "expected PKCS#12 (RFC 7292); " + e.getMessage());
    }
  }

  private FoundStore describe(StoreContents out) {
    String hash = mac.map(m -> m.getMac().getAlgorithmId().getAlgorithm().getId()).orElse("");
    int rounds =
        mac.map(m -> m.getIterationCount())
            .map(c -> c.bitLength() > 31 ? Integer.MAX_VALUE : c.intValue())
            .orElse(0);
    String integrity =
        mac.isEmpty()
            ? "none"
            : HASHES.containsKey(hash) ? "HMAC-" + HASHES.get(hash).name() : hash;
    Optional<String> password = Optional.empty();
    if (HASHES.containsKey(hash) && rounds > 0 && rounds <= MAX_ROUNDS) {
      password =
          Passwords.WELL_KNOWN.stream()
              .filter(word -> opens(HASHES.get(hash), rounds, word))
              .findFirst();
    }
    Contents contents =
        password.isPresent() && isAffordable() ? load(password.get(), out) : Contents.UNKNOWN;
    return new FoundStore(
        "PKCS#12",
        integrity,
        rounds,
        password.isPresent(),
        password.orElse(""),
        contents.privateKeys(),
        contents.certificates(),
        0,
        contents.aliases(),
        weakest());
  }

  private String weakest() {
    return protections.stream()
        .map(SealedKeys.Protection::cipher)
        .min(
            Comparator.comparingInt(
                c -> c.startsWith("RC") ? 0 : c.startsWith("DES") ? 1 : c.contains("3DES") ? 2 : 3))
        .orElse("");
  }

  private boolean isAffordable() {
    return protections.stream().allMatch(p -> p.iterations() <= MAX_ROUNDS);
  }

  private boolean opens(Hash hash, int rounds, String word) {
    Digest digest = hash.digest().get();
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(digest);
    generator.init(
        PBEParametersGenerator.PKCS12PasswordToBytes(word.toCharArray()),
        mac.orElseThrow().getSalt(),
        rounds);
    HMac hmac = new HMac(hash.digest().get());
    hmac.init(generator.generateDerivedMacParameters(digest.getDigestSize() * 8));
    hmac.update(content, 0, content.length);
    byte[] expected = new byte[hmac.getMacSize()];
    hmac.doFinal(expected, 0);
    return Arrays.equals(expected, mac.orElseThrow().getMac().getDigest());
  }

  /** How the parts of the store are encrypted; a part in clear is left out. */
  private static List<SealedKeys.Protection> protections(byte[] content) {
    List<SealedKeys.Protection> found = new ArrayList<>();
    ASN1Sequence parts = ASN1Sequence.getInstance(content);
    if (parts.size() > MAX_PARTS) {
      throw new Malformed(
          "keystore.malformed", 0, "more than " + MAX_PARTS + " parts in PKCS#12; not read");
    }
    for (int i = 0; i < parts.size(); i++) {
      ContentInfo part = ContentInfo.getInstance(parts.getObjectAt(i));
      if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        found.add(
            SealedKeys.of(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm()));
      }
    }
    return found;
  }

  private record Contents(int privateKeys, int certificates, List<String> aliases) {
    static final Contents UNKNOWN = new Contents(-1, 0, List.of());
  }

  private Contents load(String password, StoreContents out) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(der), password.toCharArray());
      List<String> aliases = Collections.list(store.aliases());
      int privateKeys = 0;
      int certificates = 0;
      for (String alias : aliases) {
        Optional<Certificate> first = Optional.empty();
        for (byte[] encoded : chain(store, alias)) {
          Optional<Certificate> read = out.certificate(() -> CertificateReader.read(encoded, 0));
          first = first.or(() -> read);
          certificates++;
        }
        if (store.isKeyEntry(alias)) {
          privateKeys++;
          PublicKey key = first.map(Certificate::key).orElse(PublicKey.UNKNOWN);
          out.key(
              PrivateKeys.found(
                  "PKCS#12",
                  0,
                  (alias + der.length).getBytes(StandardCharsets.UTF_8),
                  "",
                  false,
                  key));
        }
      }
      return new Contents(privateKeys, certificates, List.copyOf(aliases));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      out.damaged(
          new Malformed(
              "keystore.malformed", 0, "PKCS#12 opens and cannot be read; " + e.getMessage()));
      return Contents.UNKNOWN;
    }
  }

  private static List<byte[]> chain(KeyStore store, String alias) throws GeneralSecurityException {
    java.security.cert.Certificate[] chain = store.getCertificateChain(alias);
    java.security.cert.Certificate single = store.getCertificate(alias);
    List<byte[]> encoded = new ArrayList<>();
    if (chain != null) {
      for (java.security.cert.Certificate certificate : chain) {
        encoded.add(certificate.getEncoded());
      }
    } else if (single != null) {
      encoded.add(single.getEncoded());
    }
    return encoded;
  }
}
