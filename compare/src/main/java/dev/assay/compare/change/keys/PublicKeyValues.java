package dev.assay.compare.change.keys;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key of OpenSSH on a line of its own (RFC 4253 §6.6): algorithm, fingerprint, comment.
 */
public final class PublicKeyValues implements Values {
  private static final int MAX = 1 << 16;
  private static final Pattern LINE =
      Pattern.compile(
          "((?:ssh|ecdsa|sk)-[a-z0-9@.-]{1,60}) ([A-Za-z0-9+/]{16,}={0,2})(?: ([^\\n]*))?\\n?");

  @Override
  public String what() {
    return "public key";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty()
        && content.size() <= MAX
        && (content.has(0, "ssh-") || content.has(0, "ecdsa-") || content.has(0, "sk-"))
        && LINE.matcher(content.text(MAX)).matches();
  }

  @Override
  public ValueSet of(Bytes content) {
    Matcher line = LINE.matcher(content.text(MAX));
    if (!line.matches()) {
      throw new Malformed("ssh.key", 0, "no public key on a line");
    }
    byte[] blob = decoded(line.group(2));
    Numbered values = new Numbered();
    values.add("algorithm", line.group(1));
    values.add("fingerprint", "SHA256:" + fingerprint(blob));
    values.add("comment", line.group(3) == null ? "" : line.group(3));
    fields(line.group(1), Bytes.of(blob), values);
    return values.toValueSet();
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Malformed("ssh.key", 0, "the key is no Base64");
    }
  }

  /** As ssh-keygen shows it. */
  private static String fingerprint(byte[] blob) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
      return Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each behind its length; of RSA the modulus is the second behind the name, of DSA the first. */
  private static void fields(String algorithm, Bytes blob, Numbered values) {
    List<String> names =
        switch (algorithm) {
          case "ssh-rsa" -> List.of("name", "exponent", "modulus");
          case "ssh-dss" -> List.of("name", "modulus", "order", "generator", "value");
          default -> List.of("name");
        };
    long at = 0;
    for (int i = 0; at < blob.size(); i++) {
      Block length = blob.block(at, 4);
      Bytes field = blob.slice(at + 4, length.u32be(0));
      String name = i < names.size() ? names.get(i) : "field " + (i + 1);
      values.add(name, field);
      if (name.equals("modulus")) {
        values.add("bits", String.valueOf(new BigInteger(1, field.toArray(MAX)).bitLength()));
      }
      at += 4 + length.u32be(0);
    }
  }
}
