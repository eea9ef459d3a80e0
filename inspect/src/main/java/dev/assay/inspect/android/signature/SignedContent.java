package dev.assay.inspect.android.signature;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What schemes v2 and v3 sign of a package: everything but the signing block. Its digests are
 * worked out once for all who ask, chunks side by side.
 */
final class SignedContent {
  private static final int CHUNK = 1 << 20;
  private static final int SALT = 8;
  private static final int MAX_END = 65_557;

  private final List<Bytes> sections;
  private final Map<String, byte[]> known = new TreeMap<>();

  /**
   * @param block where the signing block begins
   * @param directory where the central directory begins
   * @param end where the record that ends it begins
   * @throws Malformed where they are not in this order
   */
  SignedContent(Bytes content, long block, long directory, long end) {
    Block last = content.block(end, (int) Math.min(MAX_END, content.size() - end));
    // As if there were no signing block.
    byte[] patched = last.bytes(0, last.size());
    ByteBuffer.wrap(patched).order(ByteOrder.LITTLE_ENDIAN).putInt(16, (int) block);
    this.sections =
        List.of(
            content.slice(0, block), content.slice(directory, end - directory), Bytes.of(patched));
  }

  /** The digest that an algorithm signs. */
  byte[] digest(Algorithm algorithm) {
    String hash = algorithm.hash();
    return switch (algorithm.contents()) {
      case CHUNKS -> known.computeIfAbsent(hash, this::ofChunks);
      case TREE -> known.computeIfAbsent("tree " + hash, all -> ofTree(hash));
    };
  }

  private byte[] ofChunks(String hash) {
    List<Bytes> chunks = PageTree.pieces(sections, CHUNK);
    MessageDigest top = PageTree.hash(hash);
    top.update((byte) 0x5A);
    top.update(number(chunks.size()));
    List<byte[]> digests =
        IntStream.range(0, chunks.size())
            .parallel()
            .mapToObj(i -> ofChunk(chunks.get(i), hash))
            .toList();
    digests.forEach(top::update);
    return top.digest();
  }

  private static byte[] ofChunk(Bytes chunk, String hash) {
    MessageDigest digest = PageTree.hash(hash);
    digest.update((byte) 0xA5);
    digest.update(number((int) chunk.size()));
    Block block = chunk.block(0, (int) chunk.size());
    digest.update(block.array(), block.arrayOffset(), block.size());
    return digest.digest();
  }

  /**
   * The root of a tree over pages, and the size of all. The members end on a page, which the signer
   * sees to.
   */
  private byte[] ofTree(String hash) {
    long members = sections.getFirst().size();
    if (members % PageTree.PAGE != 0) {
      throw new Malformed(
          "apk.tree", members, "expected members that fill pages of " + PageTree.PAGE + " bytes");
    }
    byte[] directory = sections.get(1).toArray(64 << 20);
    byte[] end = sections.get(2).toArray(MAX_END);
    byte[] tail = new byte[directory.length + end.length];
    System.arraycopy(directory, 0, tail, 0, directory.length);
    System.arraycopy(end, 0, tail, directory.length, end.length);
    byte[] root =
        new PageTree(hash, new byte[SALT]).root(List.of(sections.getFirst(), Bytes.of(tail)));
    return ByteBuffer.allocate(root.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(root)
        .putLong(members + tail.length)
        .array();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
