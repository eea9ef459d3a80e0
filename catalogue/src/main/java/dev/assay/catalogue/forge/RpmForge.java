package dev.assay.catalogue.forge;

import static dev.assay.catalogue.forge.LittleEndian.joined;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Packages of rpm without files (rpm, docs/manual/format_v4.md).
 *
 * <p>Parameters: {@code digests} of the package (those of {@code header}, {@code payload} or {@code
 * both}; by default {@code SHA-256 header} and {@code SHA-256 payload}), {@code signatures}: maps
 * of {@code of} ({@code header}, {@code both}), {@code hash}, {@code key} and {@code named}, the
 * key that it says it is of (parameters of keys); {@code damage} ({@code payload}, {@code header}:
 * a byte that is changed behind all this).
 */
public final class RpmForge implements Forge {
  private static final byte[] MAGIC = {(byte) 0xED, (byte) 0xAB, (byte) 0xEE, (byte) 0xDB, 3};
  private static final int LEAD = 96;

  /** An archive in cpio's new format without members, not compressed. */
  private static final byte[] PAYLOAD =
      text("070701" + "0".repeat(88) + "0000000B" + "00000000" + "TRAILER!!!\0\0\0\0");

  @Override
  public String name() {
    return "rpm";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    List<String> digests =
        p.has("digests") ? p.texts("digests") : List.of("SHA-256 header", "SHA-256 payload");
    RpmHeaderWriter header = new RpmHeaderWriter();
    header.text(1000, "agent").text(1001, "1.0").text(1002, "1").text(1022, "noarch");
    for (String digest : digests) {
      if (digest.endsWith(" payload")) {
        String hash = digest.substring(0, digest.indexOf(' '));
        header.texts(5092, hex(hash, PAYLOAD)).number(5093, OpenPgpSigner.number(hash));
      }
    }
    byte[] main = header.bytes();
    byte[] both = joined(main, PAYLOAD);
    RpmHeaderWriter signature = new RpmHeaderWriter();
    if (digests.contains("SHA-256 header")) {
      signature.text(273, hex("SHA-256", main));
    }
    if (digests.contains("SHA-1 header")) {
      signature.text(269, hex("SHA-1", main));
    }
    if (digests.contains("MD5 both")) {
      signature.binary(1004, OpenPgpSigner.digest("MD5", both));
    }
    p.maps("signatures").forEach(each -> sign(each, main, both, signature));
    String damage = p.text("damage", "none");
    p.done();
    int changed =
        switch (damage) {
          case "none" -> -1;
          // The version, which ends in front of a NUL.
          case "header" -> new String(both, StandardCharsets.ISO_8859_1).indexOf("1.0\0") + 2;
          case "payload" -> both.length - 1;
          default -> throw new IllegalArgumentException("rpm: damage of header or payload");
        };
    if (changed >= 0) {
      both[changed] ^= 1;
    }
    byte[] head = signature.bytes();
    return joined(Arrays.copyOf(MAGIC, LEAD), Arrays.copyOf(head, (head.length + 7) / 8 * 8), both);
  }

  private static void sign(
      Map<String, Object> parameters, byte[] main, byte[] both, RpmHeaderWriter into) {
    Parameters p = new Parameters("rpm signature", parameters);
    boolean whole = p.text("of", "header").equals("both");
    Map<String, Object> key = p.map("key", Map.of());
    OpenPgpSigner signer = OpenPgpSigner.of(key);
    OpenPgpSigner named = OpenPgpSigner.of(p.map("named", key));
    String hash = p.text("hash", "SHA-256");
    p.done();
    boolean rsa = signer.algorithm() == 1;
    int tag = whole ? rsa ? 1002 : 1005 : rsa ? 268 : 267;
    into.binary(tag, signer.sign(whole ? both : main, hash, named));
  }

  private static String hex(String hash, byte[] bytes) {
    return HexFormat.of().formatHex(OpenPgpSigner.digest(hash, bytes));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
