package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A flat image tree (FIT) as mkimage makes it, with one kernel and one configuration.
 *
 * <p>Parameters: {@code signs} ({@code configuration} or {@code image}), {@code algorithms} of its
 * signatures ({@code sha256,rsa2048}), {@code hashes} of the kernel ({@code sha256}). The
 * signatures are none that a key would verify.
 */
public final class FlatImageForge implements Forge {
  private static final int SIGNATURE = 256;

  @Override
  public String name() {
    return "fit";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    String signs = p.text("signs", "configuration");
    List<String> algorithms = texts(p, "algorithms", "sha256,rsa2048");
    List<String> hashes = texts(p, "hashes", "sha256");
    p.done();
    byte[] data = "a kernel, or what stands for one\n".repeat(30).getBytes(StandardCharsets.UTF_8);
    Map<String, Object> kernel = new LinkedHashMap<>();
    kernel.put("description", "Linux");
    kernel.put("type", "kernel");
    kernel.put("arch", "arm64");
    kernel.put("compression", "none");
    kernel.put("data", data);
    for (String hash : hashes) {
      kernel.put("hash-" + hash, Map.of("algo", hash, "value", digest(hash, data)));
    }
    Map<String, Object> signatures = signatures(algorithms);
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("kernel", "kernel-1");
    switch (signs) {
      case "configuration" -> configuration.putAll(signatures);
      case "image" -> kernel.putAll(signatures);
      default ->
          throw new IllegalArgumentException("fit: signs is configuration or image, not " + signs);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("description", "an update");
    root.put("images", Map.of("kernel-1", kernel));
    root.put("configurations", Map.of("default", "conf-1", "conf-1", configuration));
    return FlatTreeWriter.of(root);
  }

  private static List<String> texts(Parameters p, String name, String otherwise) {
    return p.has(name) ? p.texts(name) : List.of(otherwise);
  }

  private static Map<String, Object> signatures(List<String> algorithms) {
    Map<String, Object> signatures = new LinkedHashMap<>();
    for (String algorithm : algorithms) {
      signatures.put(
          "signature-" + (signatures.size() + 1),
          Map.of("algo", algorithm, "value", TestKeys.noise(algorithm, SIGNATURE)));
    }
    return signatures;
  }

  private static byte[] digest(String name, byte[] data) {
    String algorithm = name.startsWith("sha") ? "SHA-" + name.substring(3) : "MD5";
    try {
      return MessageDigest.getInstance(algorithm).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("fit: hashes are md5, sha1, sha256 …, not " + name, e);
    }
  }
}
