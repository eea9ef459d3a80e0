package dev.assay.formats.avb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** Computes the root of a hash tree of dm-verity from the image. */
final class TreeRoot {
  private static final int MAX_BLOCK = 1 << 16;
  private static final long MAX_LEVEL = 256 << 20;

  private TreeRoot() {}

  static Optional<String> algorithm(String name) {
    return switch (name) {
      case "sha1" -> Optional.of("SHA-1");
      case "sha256" -> Optional.of("SHA-256");
      case "sha512" -> Optional.of("SHA-512");
      default -> Optional.empty();
    };
  }

  static List<Problem> check(Bytes content, Descriptor.HashTree tree) {
    Optional<String> algorithm = algorithm(tree.algorithm());
    long blockSize = tree.blockSize();
    boolean checkable =
        algorithm.isPresent()
            && blockSize >= 512
            && blockSize <= MAX_BLOCK
            && Long.bitCount(blockSize) == 1
            && tree.size() > 0
            && tree.size() <= content.size()
            && tree.size() / blockSize * 64 <= MAX_LEVEL;
    if (!checkable) {
      String message = "cannot be checked: " + tree.algorithm() + " of " + tree.size() + " bytes";
      return List.of(new Problem("avb.hash-tree", -1, message));
    }
    byte[] computed = root(content.slice(0, tree.size()), tree, algorithm.get());
    return Sums.check("avb.hash-tree", -1, tree.root(), computed);
  }

  private static byte[] root(Bytes image, Descriptor.HashTree tree, String algorithm) {
    MessageDigest digest = digest(algorithm);
    int blockSize = (int) tree.blockSize();
    // A digest fills a power of two.
    int step = Integer.highestOneBit(2 * digest.getDigestLength() - 1);
    Bytes level = image;
    do {
      int blocks = (int) ((level.size() + blockSize - 1) / blockSize);
      int length = (blocks * step + blockSize - 1) / blockSize * blockSize;
      byte[] next = new byte[blocks == 1 ? step : length];
      for (int i = 0; i < blocks; i++) {
        Block block = level.blockUpTo((long) i * blockSize, blockSize);
        digest.update(tree.salt());
        digest.update(block.array(), block.arrayOffset(), block.size());
        digest.update(new byte[blockSize - block.size()]);
        byte[] hash = digest.digest();
        System.arraycopy(hash, 0, next, i * step, hash.length);
        if (blocks == 1) {
          return hash;
        }
      }
      level = Bytes.of(next);
    } while (true);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }
}
