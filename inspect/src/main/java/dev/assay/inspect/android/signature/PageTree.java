package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trees of digests over pages (fs-verity): each level holds the digests of the pages of the one
 * below, the lowest those of the content; a last page is filled up with zeros. The top is one page.
 *
 * @param hash name of the hash function
 * @param salt that stands before each page
 */
record PageTree(String hash, byte[] salt) {
  static final int PAGE = 4096;
  private static final int PIECE = 1 << 20;

  /** The digest of the top page over parts of a content, of which all but the last fill pages. */
  byte[] root(List<Bytes> parts) {
    List<Bytes> pieces = pieces(parts, PIECE);
    byte[] level =
        joined(
            IntStream.range(0, pieces.size())
                .parallel()
                .mapToObj(i -> digests(pieces.get(i).toArray(PIECE)))
                .toList());
    while (level.length > PAGE) {
      level = digests(level);
    }
    return digests(level);
  }

  /**
   * Whether a tree, its top page first, leads from a root to digests of the pages of a content.
   *
   * @param size of the content, in bytes
   */
  boolean leads(byte[] root, byte[] tree, long size) {
    List<Integer> levels = levels(size, root.length);
    if (levels.stream().mapToLong(Integer::longValue).sum() != tree.length) {
      return false;
    }
    byte[] above = root;
    int at = 0;
    for (int length : levels.reversed()) {
      byte[] level = Arrays.copyOfRange(tree, at, at + length);
      byte[] digests = digests(level);
      if (!Arrays.equals(digests, Arrays.copyOf(above, digests.length))) {
        return false;
      }
      above = level;
      at += length;
    }
    return true;
  }

  /** Sizes of the levels, the lowest first. */
  private static List<Integer> levels(long size, int digest) {
    List<Integer> levels = new ArrayList<>();
    long below = size;
    do {
      long digests = (below + PAGE - 1) / PAGE * digest;
      below = (digests + PAGE - 1) / PAGE * PAGE;
      levels.add((int) Math.min(below, Integer.MAX_VALUE));
    } while (below > PAGE);
    return levels;
  }

  /** The digests of pages. */
  private byte[] digests(byte[] data) {
    List<byte[]> digests = new ArrayList<>();
    for (int at = 0; at < data.length; at += PAGE) {
      int size = Math.min(PAGE, data.length - at);
      MessageDigest digest = hash(hash);
      digest.update(salt);
      digest.update(data, at, size);
      digest.update(new byte[PAGE - size]);
      digests.add(digest.digest());
    }
    return joined(digests);
  }

  /** Parts cut into pieces of a size; those at the end of a part may be smaller. */
  static List<Bytes> pieces(List<Bytes> parts, int size) {
    List<Bytes> pieces = new ArrayList<>();
    for (Bytes part : parts) {
      for (long at = 0; at < part.size(); at += size) {
        pieces.add(part.slice(at, Math.min(size, part.size() - at)));
      }
    }
    return pieces;
  }

  static MessageDigest hash(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has " + name, e);
    }
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(all::put);
    return all.array();
  }
}
