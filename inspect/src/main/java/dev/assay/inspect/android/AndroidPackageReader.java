package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.axml.AndroidXml;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.android.AndroidPackageFacts.Exported;
import dev.assay.inspect.android.AndroidPackageFacts.NetworkRules;
import dev.assay.inspect.certificates.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the manifest and the signer of one package. */
public final class AndroidPackageReader implements ContentInspector<AndroidPackageFacts> {
  private static final int CLEARTEXT_OFF = 28;

  @Override
  public Class<AndroidPackageFacts> facts() {
    return AndroidPackageFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return ApkDirectory.isPackage(type, content);
  }

  @Override
  public Optional<AndroidPackageFacts> inspect(Bytes content) {
    Optional<ApkDirectory> apk = ApkDirectory.of(content);
    Optional<Bytes> xml = apk.flatMap(directory -> directory.open("AndroidManifest.xml"));
    if (apk.isEmpty() || xml.isEmpty()) {
      return Optional.empty();
    }
    // A library (AAR) has its manifest as text.
    if (xml.get().has(0, "<")) {
      return Optional.empty();
    }
    Manifest manifest = new Manifest(AndroidXml.read(xml.get()));
    if (manifest.packageName().isEmpty()) {
      throw new Malformed(
          "apk.manifest", 0, "expected a package name in AndroidManifest.xml; found none");
    }
    return Optional.of(facts(manifest, Signer.of(apk.get()), apk.get()));
  }

  private static AndroidPackageFacts facts(Manifest manifest, Signer signer, ApkDirectory apk) {
    List<Exported> exported = manifest.exported();
    Optional<Certificate> certificate = signer.certificate();
    return new AndroidPackageFacts(
        manifest.packageName(),
        manifest.text(Attributes.VERSION_NAME),
        manifest.versionCode(),
        manifest.minSdk(),
        manifest.targetSdk(),
        manifest.flag(Attributes.DEBUGGABLE, false),
        manifest.flag(Attributes.TEST_ONLY, false),
        manifest.flag(Attributes.ALLOW_BACKUP, true),
        manifest.has(Attributes.FULL_BACKUP_CONTENT)
            || manifest.has(Attributes.DATA_EXTRACTION_RULES),
        manifest.flag(Attributes.CLEARTEXT_TRAFFIC, manifest.targetSdk() < CLEARTEXT_OFF),
        manifest.has(Attributes.NETWORK_SECURITY_CONFIG),
        manifest.has(Attributes.NETWORK_SECURITY_CONFIG)
            ? NetworkConfig.find(apk)
            : NetworkRules.NONE,
        manifest.text(Attributes.SHARED_USER_ID),
        manifest.permissions(),
        exported,
        (int)
            exported.stream()
                .filter(e -> !e.type().equals("activity") && e.permission().isEmpty())
                .count(),
        manifest.weakPermissions(exported),
        manifest.schemes(),
        signer.schemes(),
        certificate.map(Certificate::sha256).orElse(""),
        certificate.map(Certificate::subject).orElse(""),
        certificate.map(c -> c.key().bits()).orElse(0),
        !signer.testKeyName().isEmpty(),
        signer.testKeyName());
  }
}
