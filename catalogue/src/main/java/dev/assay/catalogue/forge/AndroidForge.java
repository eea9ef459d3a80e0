package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Android packages: a signed ZIP archive with a binary manifest and code.
 *
 * <p>Parameters: {@code package}, {@code versionName}, {@code minSdk}, {@code targetSdk}, {@code
 * application} and {@code manifest} (maps of attributes: names to booleans, numbers, texts), {@code
 * permissions} (it asks for), {@code declares} (maps of {@code name}, {@code level}, {@code flags}
 * (the text of a number), {@code attributes}), {@code queries} (packages it asks after), {@code
 * components} (maps of {@code type}, {@code name}, {@code exported}, {@code permission}, {@code
 * attributes}, {@code actions}, {@code categories}, {@code scheme}, {@code link} with further
 * attributes of the data, {@code verified}), {@code schemes} (v1, v2, v3), {@code signer}
 * (parameters of a certificate), {@code code} (see {@link CodeForge}), {@code files} (texts by
 * path), {@code metaData}, {@code network} (see {@link NetworkConfigWriter}).
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
    Map<String, Object> network = p.map("network", Map.of());
    List<String> schemes = p.has("schemes") ? p.texts("schemes") : List.of("v2", "v3");
    ApkSigner signer =
        ApkSigner.of(p.map("signer", Map.of("subject", "CN=Maker of the control", "key", 7)));
    p.done();
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("AndroidManifest.xml", manifest);
    members.put("classes.dex", executable);
    files.forEach(
        (path, text) -> members.put(path, String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
    if (!network.isEmpty()) {
      members.put(
          "res/xml/network.xml", NetworkConfigWriter.write(new Parameters(name(), network)));
    }
    if (schemes.contains("v1")) {
      members.putAll(ArchiveSignature.of(members, signer, schemes));
    }
    return StoredZip.of(members, parts -> ApkSignatures.block(schemes, signer, parts));
  }
}
