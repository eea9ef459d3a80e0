package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.apk.ApkSigningBlock;
import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.certificates.CertificateReader;
import dev.assay.inspect.keys.Der;
import dev.assay.inspect.keys.KnownKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/**
 * Who signed a package, by which schemes. Whether the signatures fit is found out elsewhere.
 *
 * @param certificate of the first signer; empty where it is unsigned or cannot be read
 */
public record Signer(List<String> schemes, Optional<Certificate> certificate) {
  private static final int MAX_V1 = 1 << 20;

  /**
   * Certificates of keys in AOSP's {@code build/make/target/product/security}, whose private halves
   * everybody has.
   */
  private static final Map<String, String> TEST_CERTIFICATES =
      Map.of(
          "a40da80a59d170caa950cf15c18c454d47a39b26989d8b640ecd745ba71bf5dc", "AOSP testkey",
          "c8a2e9bccf597c2fb6dc66bee293fc13f2fc47ec77bc6b2b0d52c11f51192ab8", "AOSP platform key",
          "465983f7791f2abeb43ea2cbdc7f21a8260b72bc08a55c839fc1a43bc741a81e", "AOSP media key",
          "28bbfe4a7b97e74681dc55c2fbb6ccb8d6c74963733f6af6ae74d8c3a6e879fd", "AOSP shared key",
          "e1dbadce60dc080d15b58a014b0dcf9400e24de23fa00b287a5a982bfebda2ee",
              "AOSP network stack key",
          "abf21f9e2af1d881cc673fddcefa6ed9c269a437bd64b279cf45844cfd589126",
              "AOSP SDK sandbox key",
          "a6ccc500ff0e7421200eb66a7fe174ef1b00e52ca91727070cbedf061ff76c35", "AOSP Bluetooth key",
          "fae9122a8721d6e2a196d2224dffcf773c9127e2bb956cbddb40b009192ffdfd", "AOSP NFC key");

  /** The signer of a package. */
  public static Signer of(ApkDirectory apk) {
    ApkSigningBlock block = ApkSigningBlock.before(apk.content(), apk.offset());
    List<String> schemes = new ArrayList<>();
    Optional<Certificate> certificate =
        block.certificates().stream().findFirst().flatMap(Signer::read);
    for (String name : apk.members().keySet()) {
      if (isArchiveSignature(name)) {
        if (!schemes.contains("v1")) {
          schemes.add("v1");
        }
        certificate = certificate.or(() -> apk.openAsArchive(name).flatMap(Signer::v1));
      }
    }
    schemes.addAll(block.schemes());
    return new Signer(List.copyOf(schemes), certificate);
  }

  /** Which published or development key signed it; empty where none is known to have. */
  String testKeyName() {
    if (certificate.isEmpty()) {
      return "";
    }
    Certificate signer = certificate.get();
    String known =
        TEST_CERTIFICATES.getOrDefault(signer.sha256(), KnownKeys.nameOf(signer.key().sha256()));
    // Android Studio makes a key of this name on each developer's machine, its password `android`.
    return known.isEmpty() && signer.commonName().equals("Android Debug")
        ? "development key"
        : known;
  }

  /** Whether a member is a signature of scheme v1. */
  public static boolean isArchiveSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && upper.indexOf('/', 9) < 0
        && (upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
  }

  /** A PKCS#7 signature holds its certificates (RFC 5652 5.1). */
  private static Optional<Certificate> v1(Bytes content) {
    if (content.size() > MAX_V1) {
      return Optional.empty();
    }
    byte[] der = content.toArray(MAX_V1);
    if (Der.length(der, 0) <= 0) {
      return Optional.empty();
    }
    try {
      ASN1Set certificates =
          SignedData.getInstance(ContentInfo.getInstance(der).getContent()).getCertificates();
      return certificates == null || certificates.size() == 0
          ? Optional.empty()
          : read(certificates.getObjectAt(0).toASN1Primitive().getEncoded());
    } catch (IOException | RuntimeException notSignedData) {
      return Optional.empty();
    }
  }

  private static Optional<Certificate> read(byte[] der) {
    try {
      return Optional.of(CertificateReader.read(der, 0));
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }
}
