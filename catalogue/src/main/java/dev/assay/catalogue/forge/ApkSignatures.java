package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The signing block of a package, schemes v2, v3 and v3.1 (source.android.com, "Application
 * signing").
 */
final class ApkSignatures {
  private static final Map<String, Integer> IDS =
      Map.of("v2", 0x7109871A, "v3", 0xF05368C0, "v3.1", 0x1B93AD61);
  private static final int CHUNK = 1 << 20;
  private static final int FIRST_V3 = 28;

  private ApkSignatures() {}

  /**
   * The block with these schemes; empty where there are none.
   *
   * @param parts what is signed: members, central directory, end of central directory
   */
  static byte[] block(List<String> schemes, ApkSigner signer, List<byte[]> parts) {
    ByteArrayOutputStream pairs = new ByteArrayOutputStream();
    byte[] digest = digest(parts);
    for (String scheme : schemes) {
      if (!scheme.equals("v1")) {
        byte[] value = prefixed(prefixed(signer(signer, digest, scheme)));
        pairs.writeBytes(little(8).putLong(value.length + 4L).array());
        pairs.writeBytes(little(4).putInt(id(scheme)).array());
        pairs.writeBytes(value);
      }
    }
    if (pairs.size() == 0) {
      return new byte[0];
    }
    byte[] size = little(8).putLong(pairs.size() + 24L).array();
    return joined(
        size, pairs.toByteArray(), size, "APK Sig Block 42".getBytes(StandardCharsets.US_ASCII));
  }

  private static int id(String scheme) {
    Integer id = IDS.get(scheme);
    if (id == null) {
      throw new IllegalArgumentException(
          "apk: scheme is v1 or one of " + IDS.keySet() + ", not `" + scheme + "`");
    }
    return id;
  }

  private static byte[] signer(ApkSigner signer, byte[] digest, String scheme) {
    byte[] algorithm = number(signer.algorithm());
    byte[] digests = prefixed(prefixed(joined(algorithm, prefixed(digest))));
    byte[] certificates = prefixed(prefixed(signer.certificate()));
    boolean third = !scheme.equals("v2");
    byte[] range = third ? joined(number(FIRST_V3), number(Integer.MAX_VALUE)) : new byte[0];
    byte[] signed = joined(digests, certificates, range, prefixed(new byte[0]));
    byte[] signatures = prefixed(prefixed(joined(algorithm, prefixed(signer.sign(signed)))));
    return joined(prefixed(signed), range, signatures, prefixed(signer.publicKey()));
  }

  /** The digest of the digests of all chunks of at most 1 MiB. */
  private static byte[] digest(List<byte[]> parts) {
    List<byte[]> digests = new ArrayList<>();
    for (byte[] part : parts) {
      for (int at = 0; at < part.length; at += CHUNK) {
        MessageDigest chunk = sha256();
        int size = Math.min(CHUNK, part.length - at);
        chunk.update((byte) 0xA5);
        chunk.update(number(size));
        chunk.update(part, at, size);
        digests.add(chunk.digest());
      }
    }
    MessageDigest top = sha256();
    top.update((byte) 0x5A);
    top.update(number(digests.size()));
    digests.forEach(top::update);
    return top.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] number(int value) {
    return little(4).putInt(value).array();
  }

  private static byte[] prefixed(byte[] bytes) {
    return little(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
