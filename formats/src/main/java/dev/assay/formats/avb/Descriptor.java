package dev.assay.formats.avb;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What vbmeta says of one partition, or of all. */
public sealed interface Descriptor {
  /** A property that may be read after boot. */
  record Property(String key, String value) implements Descriptor {}

  /** Arguments the kernel is given. */
  record KernelArguments(String text) implements Descriptor {}

  /** A partition that has a vbmeta of its own, signed with this key. */
  record Chain(String partition, long rollbackIndexLocation, byte[] publicKey)
      implements Descriptor {}

  /**
   * The digest of a whole partition.
   *
   * @param size bytes of the image it is computed over
   */
  record Hash(String partition, String algorithm, long size, byte[] salt, byte[] digest)
      implements Descriptor {}

  /**
   * The root of a hash tree over a partition.
   *
   * @param size bytes of the image
   * @param treeAt offset of the tree
   * @param treeSize in bytes
   * @param blockSize of data and hashes, in bytes
   * @param correctionAt offset of the error correction
   * @param correctionSize in bytes
   */
  record HashTree(
      String partition,
      String algorithm,
      long size,
      long treeAt,
      long treeSize,
      long blockSize,
      long correctionAt,
      long correctionSize,
      byte[] salt,
      byte[] root)
      implements Descriptor {}

  /** All of a block, in order; of kinds that are not known nothing is told. */
  static List<Descriptor> all(Block block) {
    List<Descriptor> found = new ArrayList<>();
    int at = 0;
    while (at < block.size()) {
      long following = block.i64be(at + 8);
      if (following < 0 || following > block.size() - at - 16) {
        throw new Malformed("avb.descriptor", at, "a descriptor is longer than all of them");
      }
      Block one = block.slice(at, 16 + (int) following);
      switch ((int) block.i64be(at)) {
        case 0 -> found.add(property(one));
        case 1 -> found.add(hashTree(one));
        case 2 -> found.add(hash(one));
        case 3 -> found.add(new KernelArguments(one.utf8(24, length(one, 20))));
        case 4 -> found.add(chain(one));
        default -> {}
      }
      at += one.size();
    }
    return List.copyOf(found);
  }

  private static Property property(Block block) {
    int key = (int) Math.clamp(block.i64be(16), 0, block.size());
    int value = (int) Math.clamp(block.i64be(24), 0, block.size());
    return new Property(block.utf8(32, key), block.utf8(32 + key + 1, value));
  }

  private static Chain chain(Block block) {
    int name = length(block, 20);
    int key = length(block, 24);
    return new Chain(block.utf8(92, name), block.u32be(16), block.bytes(92 + name, key));
  }

  private static Hash hash(Block block) {
    int name = length(block, 56);
    int salt = length(block, 60);
    return new Hash(
        block.utf8(132, name),
        algorithm(block, 24),
        block.i64be(16),
        block.bytes(132 + name, salt),
        block.bytes(132 + name + salt, length(block, 64)));
  }

  private static HashTree hashTree(Block block) {
    int name = length(block, 104);
    int salt = length(block, 108);
    return new HashTree(
        block.utf8(180, name),
        algorithm(block, 72),
        block.i64be(20),
        block.i64be(28),
        block.i64be(36),
        block.u32be(44),
        block.i64be(56),
        block.i64be(64),
        block.bytes(180 + name, salt),
        block.bytes(180 + name + salt, length(block, 112)));
  }

  private static String algorithm(Block block, int at) {
    return block.cString(at, 32).toLowerCase(Locale.ROOT);
  }

  private static int length(Block block, int at) {
    return (int) Math.min(block.u32be(at), block.size());
  }
}
