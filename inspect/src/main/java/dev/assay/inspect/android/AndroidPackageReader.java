package dev.assay.inspect.android;

import dev.assay.inspect.android.AndroidPackageFacts.Exported;
import dev.assay.inspect.certificates.Certificate;
import java.util.List;
import java.util.Optional;

/** Reads the manifest and the signer of one package. */
public final class AndroidPackageReader implements AppReader<AndroidPackageFacts> {
  private static final int CLEARTEXT_OFF = 28;

  @Override
  public Class<AndroidPackageFacts> facts() {
    return AndroidPackageFacts.class;
  }

  @Override
  public int revision() {
    return 6;
  }

  @Override
  public AndroidPackageFacts read(App app) {
    Manifest manifest = app.manifest();
    Signer signer = Signer.of(app.archive());
    List<Exported> exported = manifest.exported();
    Optional<Certificate> certificate = signer.certificate();
    Resolution resolution = Resolution.of(app);
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
        resolution.networkRules(),
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
        signer.testKeyName(),
        app.form() == AppForm.BUNDLE,
        0,
        0,
        resolution.notices(),
        resolution.damaged(),
        resolution.unresolved());
  }
}
