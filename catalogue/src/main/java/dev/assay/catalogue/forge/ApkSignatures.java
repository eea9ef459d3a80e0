package dev.assay.catalogue.forge;

import static dev.assay.catalogue.forge.LittleEndian.joined;
import static dev.assay.catalogue.forge.LittleEndian.number;
import static dev.assay.catalogue.forge.LittleEndian.prefixed;

import java.io.ByteArrayOutputStream;
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
  private static final int STRIPPING_PROTECTION = 0xBEEFF00D;
  private static final int PROOF_OF_ROTATION = 0x3BA06F8C;

  private final ApkSigning how;
  private final ApkSigner signer;
  private final byte[] digest;

  private ApkSignatures(ApkSigning how, byte[] digest) {
    this.how = how;
    this.signer = how.signer();
    this.digest = digest;
  }

  /**
   * The block of the schemes; empty where there are none.
   *
   * @param parts what is signed: members, central directory, end of central directory
   */
  static byte[] block(ApkSigning how, List<byte[]> parts) {
    byte[] digest = digest(parts);
    ByteArrayOutputStream pairs = new ByteArrayOutputStream();
    for (String scheme : how.schemes()) {
      if (!scheme.equals("v1")) {
        ApkSigning own = how.of(scheme);
        byte[] value =
            prefixed(prefixed(new ApkSignatures(own, named(own, digest)).signer(scheme)));
        pairs.writeBytes(LittleEndian.of(8).putLong(value.length + 4L).array());
        pairs.writeBytes(number(id(scheme)));
        pairs.writeBytes(value);
      }
    }
    if (pairs.size() == 0) {
      return new byte[0];
    }
    byte[] size = LittleEndian.of(8).putLong(pairs.size() + 24L).array();
    return joined(
        size, pairs.toByteArray(), size, "APK Sig Block 42".getBytes(StandardCharsets.US_ASCII));
  }

  /** The digest that is signed for the one of the content. */
  static byte[] named(ApkSigning how, byte[] digest) {
    byte[] named = digest.clone();
    named[0] ^= (byte) (how.damaged("content") ? 1 : 0);
    return named;
  }

  private static int id(String scheme) {
    Integer id = IDS.get(scheme);
    if (id == null) {
      throw new IllegalArgumentException(
          "apk: scheme is v1 or one of " + IDS.keySet() + ", not `" + scheme + "`");
    }
    return id;
  }

  private byte[] signer(String scheme) {
    int algorithm = signer.algorithm();
    // RSASSA-PSS with the same hash function.
    int named = how.damaged("algorithms") ? 0x0101 : algorithm;
    byte[] digests = prefixed(prefixed(joined(number(named), prefixed(digest))));
    boolean third = !scheme.equals("v2");
    byte[] signed = joined(digests, certificates(), range(third, 0), prefixed(attributes(third)));
    byte[] signature = prefixed(how.sign(signed));
    byte[] key = (how.damaged("key") ? ApkSigning.other() : signer).publicKey();
    return joined(
        prefixed(signed),
        range(third, how.damaged("levels") ? 1 : 0),
        prefixed(prefixed(joined(number(algorithm), signature))),
        prefixed(key));
  }

  private static byte[] range(boolean third, int off) {
    return third ? joined(number(FIRST_V3 + off), number(Integer.MAX_VALUE)) : new byte[0];
  }

  private byte[] certificates() {
    byte[] own = prefixed(signer.certificate());
    return prefixed(
        how.damaged("chain") ? joined(own, prefixed(ApkSigning.other().certificate())) : own);
  }

  private byte[] attributes(boolean third) {
    if (!third) {
      boolean both = how.schemes().contains("v3") || how.damaged("stripped");
      return both ? prefixed(joined(number(STRIPPING_PROTECTION), number(3))) : new byte[0];
    }
    return how.before()
        .map(before -> prefixed(joined(number(PROOF_OF_ROTATION), rotation(before))))
        .orElseGet(() -> new byte[0]);
  }

  private byte[] rotation(ApkSigner before) {
    ApkSigner by = how.damaged("lineage") ? ApkSigning.other() : before;
    int algorithm = signer.algorithm();
    byte[] first = joined(prefixed(before.certificate()), number(0));
    byte[] second = joined(prefixed(signer.certificate()), number(algorithm));
    byte[] next = joined(number(0), number(algorithm));
    return joined(
        number(1),
        prefixed(joined(prefixed(first), next, prefixed(new byte[0]))),
        prefixed(joined(prefixed(second), next, prefixed(by.sign(second)))));
  }

  /** The digest of the digests of all chunks of at most 1 MiB. */
  static byte[] digest(List<byte[]> parts) {
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
}
