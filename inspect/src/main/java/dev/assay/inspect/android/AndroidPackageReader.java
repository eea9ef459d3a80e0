package dev.assay.inspect.android;

import dev.assay.inspect.android.AndroidPackageFacts.Exported;
import dev.assay.inspect.certificates.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the manifest and the signer of one package. */
public final class AndroidPackageReader implements AppReader<AndroidPackageFacts> {
  private static final Pattern NATIVE = Pattern.compile("lib/([A-Za-z0-9_-]{1,40})/([^/]+\\.so)");

  @Override
  public Class<AndroidPackageFacts> facts() {
    return AndroidPackageFacts.class;
  }

  @Override
  public int revision() {
    return 9;
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
        manifest.flag(Attributes.CLEARTEXT_TRAFFIC, manifest.targetSdk() < Manifest.CLEARTEXT_OFF),
        manifest.has(Attributes.NETWORK_SECURITY_CONFIG),
        resolution.networkRules(),
        manifest.text(Attributes.SHARED_USER_ID),
        manifest.tests(),
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
        natives(app),
        resolution.notices(),
        resolution.damaged(),
        resolution.unresolved());
  }

  private static Map<String, List<String>> natives(App app) {
    Map<String, SortedSet<String>> natives = new TreeMap<>();
    app.archive().members().keySet().stream()
        .map(NATIVE::matcher)
        .filter(Matcher::matches)
        .forEach(
            found ->
                natives
                    .computeIfAbsent(found.group(1), abi -> new TreeSet<>())
                    .add(found.group(2)));
    Map<String, List<String>> listed = new TreeMap<>();
    natives.forEach((abi, names) -> listed.put(abi, List.copyOf(names)));
    return Collections.unmodifiableMap(listed);
  }
}
