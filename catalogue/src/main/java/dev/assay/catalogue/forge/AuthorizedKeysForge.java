package dev.assay.catalogue.forge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;

/**
 * {@code authorized_keys} files, and any other that lists public keys in SSH's form.
 *
 * <p>Parameters: {@code keys}, a list of maps: {@code algorithm}, {@code bits}, {@code curve},
 * {@code key}, {@code options}, {@code comment}.
 */
public final class AuthorizedKeysForge implements Forge {
  @Override
  public String name() {
    return "authorizedKeys";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> key : p.maps("keys")) {
      lines.append(line(new Parameters(name(), key)));
    }
    p.done();
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Parameters p) {
    String algorithm = p.text("algorithm", "Ed25519");
    String curve = p.text("curve", "P-256");
    AsymmetricKeyParameter key =
        TestKeys.pair(algorithm, p.number("bits", 2048), curve, p.number("key", 1)).getPublic();
    String options = p.text("options", "");
    String comment = p.text("comment", "");
    p.done();
    String type =
        switch (algorithm) {
          case "RSA" -> "ssh-rsa";
          case "DSA" -> "ssh-dss";
          case "EC" -> "ecdsa-sha2-nistp" + curve.substring(2);
          default -> "ssh-ed25519";
        };
    try {
      String blob = Base64.getEncoder().encodeToString(OpenSSHPublicKeyUtil.encodePublicKey(key));
      return (options.isEmpty() ? "" : options + " ") + type + " " + blob + " " + comment + "\n";
    } catch (IOException e) {
      throw TestKeys.impossible(e);
    }
  }
}
