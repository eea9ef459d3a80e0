package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * (parameters of a certificate), {@code rotatedFrom} (likewise), {@code hash}, {@code damage} and
 * {@code damaged} (see {@link ApkSigning}), {@code code} (see {@link CodeForge}), {@code files}
 * (texts by path), {@code metaData}, {@code network} (see {@link NetworkConfigWriter}), {@code
 * tests} (an app in whose process its code runs), {@code texts} (by name, by language; see {@link
 * ResourceTableWriter}).
 */
public final class AndroidForge implements Forge {
  @Override
  public String name() {
    return "apk";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    return made(parameters).bytes();
  }

  /**
   * A package.
   *
   * @param digest that schemes v2 and v3 sign
   */
  record Made(byte[] bytes, ApkSigning signing, byte[] digest) {}

  static Made made(Map<String, Object> parameters) {
    Parameters p = new Parameters("apk", parameters);
    boolean code = p.has("code");
    byte[] manifest = AndroidManifestWriter.write(p, code);
    byte[] executable = CodeForge.make(new Parameters("apk", p.map("code", Map.of())));
    Map<String, Object> files = p.map("files", Map.of());
    Map<String, Object> network = p.map("network", Map.of());
    Map<String, Object> texts = p.map("texts", Map.of());
    ApkSigning signing = ApkSigning.of(p);
    p.done();
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("AndroidManifest.xml", manifest);
    members.put("classes.dex", executable);
    put(files, members);
    if (!network.isEmpty()) {
      members.put("res/xml/network.xml", NetworkConfigWriter.write(new Parameters("apk", network)));
    }
    if (!texts.isEmpty()) {
      members.put("resources.arsc", ResourceTableWriter.write(texts));
    }
    if (signing.schemes().contains("v1")) {
      members.putAll(ArchiveSignature.of(members, signing.of("v1")));
    }
    tamper(signing.damage(), members);
    List<byte[]> digest = new ArrayList<>();
    byte[] bytes =
        StoredZip.of(
            members,
            parts -> {
              digest.add(ApkSignatures.named(signing, ApkSignatures.digest(parts)));
              return ApkSignatures.block(signing, parts);
            });
    return new Made(bytes, signing, digest.getFirst());
  }

  private static void put(Map<String, Object> texts, Map<String, byte[]> members) {
    texts.forEach(
        (path, text) -> members.put(path, String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
  }

  /** What is done to members after signing with v1: {@code assets/a.txt} is one of them. */
  private static void tamper(String damage, Map<String, byte[]> members) {
    switch (damage) {
      case "member-changed" -> put(Map.of("assets/a.txt", "changed"), members);
      case "member-unsigned" -> put(Map.of("assets/added.txt", "added"), members);
      case "member-missing" -> members.remove("assets/a.txt");
      default -> {}
    }
  }
}
