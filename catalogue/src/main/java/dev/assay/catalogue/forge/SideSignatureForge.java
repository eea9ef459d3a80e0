package dev.assay.catalogue.forge;

import static dev.assay.catalogue.forge.LittleEndian.joined;
import static dev.assay.catalogue.forge.LittleEndian.number;
import static dev.assay.catalogue.forge.LittleEndian.prefixed;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;

/**
 * The signature file beside a package (scheme v4).
 *
 * <p>Parameters: {@code apk} (parameters of the package), {@code damage} ({@code content}, {@code
 * signature}, {@code key}; {@code blocks}: the tree of another content; {@code tree}: a tree that
 * does not lead to its root).
 */
public final class SideSignatureForge implements Forge {
  private static final int VERSION = 2;
  private static final int SHA_256 = 1;
  private static final byte PAGE_LOG = 12;
  private static final int PAGE = 1 << PAGE_LOG;

  @Override
  public String name() {
    return "idsig";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    Map<String, Object> packed = p.map("apk", Map.of());
    String damage = p.text("damage", "none");
    p.done();
    AndroidForge.Made apk = AndroidForge.made(packed);
    ApkSigner signer = apk.signing().signer();
    byte[] digest = apk.digest();
    if (damage.equals("content")) {
      digest[0] ^= 1;
    }
    byte[] covered = apk.bytes().clone();
    if (damage.equals("blocks")) {
      covered[covered.length - 1] ^= 1;
    }
    byte[] tree = tree(covered);
    byte[] root = digest(tree, 0);
    byte[] hashing =
        joined(number(SHA_256), new byte[] {PAGE_LOG}, prefixed(new byte[0]), prefixed(root));
    byte[] named = joined(prefixed(digest), prefixed(signer.certificate()), prefixed(new byte[0]));
    byte[] size = LittleEndian.of(8).putLong(apk.bytes().length).array();
    byte[] signed = joined(number(12 + hashing.length + named.length), size, hashing, named);
    byte[] key = (damage.equals("key") ? ApkSigning.other() : signer).publicKey();
    byte[] signature = (damage.equals("signature") ? ApkSigning.other() : signer).sign(signed);
    byte[] signing = joined(named, prefixed(key), number(signer.algorithm()), prefixed(signature));
    if (damage.equals("tree")) {
      tree[0] ^= 1;
    }
    return joined(number(VERSION), prefixed(hashing), prefixed(signing), prefixed(tree));
  }

  /** Levels of digests, the top page first. */
  private static byte[] tree(byte[] content) {
    byte[] level = pages(content);
    byte[] tree = level;
    while (level.length > PAGE) {
      level = pages(level);
      tree = joined(level, tree);
    }
    return tree;
  }

  /** The digests of pages, filled up to whole pages. */
  private static byte[] pages(byte[] data) {
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    for (int at = 0; at < data.length; at += PAGE) {
      digests.writeBytes(digest(data, at));
    }
    int whole = (digests.size() + PAGE - 1) / PAGE * PAGE;
    return Arrays.copyOf(digests.toByteArray(), whole);
  }

  private static byte[] digest(byte[] data, int at) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(data, at, at + PAGE));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
