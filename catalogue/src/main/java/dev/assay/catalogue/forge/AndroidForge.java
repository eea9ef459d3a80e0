package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Android packages: a ZIP archive with a binary manifest and the marks of signatures.
 *
 * <p>Parameters: {@code package}, {@code versionName}, {@code minSdk}, {@code targetSdk}, {@code
 * application} and {@code manifest} (maps of attributes: names to booleans, numbers, texts), {@code
 * permissions} (it asks for), {@code declares} (maps of {@code name}, {@code level}), {@code
 * components} (maps of {@code type}, {@code name}, {@code exported}, {@code permission}, {@code
 * actions}, {@code categories}, {@code scheme}), {@code schemes} (v1, v2, v3), {@code signer}
 * (parameters of a certificate), {@code code} (see {@link CodeForge}), {@code files} (texts by
 * path).
 */
public final class AndroidForge implements Forge {
  @Override
  public String name() {
    return "apk";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    boolean code = p.has("code");
    byte[] manifest = AndroidManifestWriter.write(p, code);
    byte[] executable = CodeForge.make(new Parameters(name(), p.map("code", Map.of())));
    Map<String, Object> files = p.map("files", Map.of());
    List<String> schemes = p.has("schemes") ? p.texts("schemes") : List.of("v2", "v3");
    byte[] signer =
        CertificateForge.der(
            p.map("signer", Map.of("subject", "CN=Maker of the control", "key", 7)));
    p.done();
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("AndroidManifest.xml", manifest);
    members.put("classes.dex", executable);
    files.forEach(
        (path, text) -> members.put(path, String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
    if (schemes.contains("v1")) {
      members.put(
          "META-INF/MANIFEST.MF",
          "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      members.put("META-INF/CERT.RSA", ApkSignatures.signedData(signer));
    }
    return StoredZip.of(members, ApkSignatures.block(schemes, signer));
  }
}
