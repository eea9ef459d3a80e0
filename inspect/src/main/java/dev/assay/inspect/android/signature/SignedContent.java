package dev.assay.inspect.android.signature;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
  private static final int PAGE = 4096;
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
    List<Bytes> chunks = pieces(sections, CHUNK);
    MessageDigest top = hash(hash);
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
    MessageDigest digest = hash(hash);
    digest.update((byte) 0xA5);
    digest.update(number((int) chunk.size()));
    Block block = chunk.block(0, (int) chunk.size());
    digest.update(block.array(), block.arrayOffset(), block.size());
    return digest.digest();
  }

  private static List<Bytes> pieces(List<Bytes> sections, int size) {
    List<Bytes> pieces = new ArrayList<>();
    for (Bytes section : sections) {
      for (long at = 0; at < section.size(); at += size) {
        pieces.add(section.slice(at, Math.min(size, section.size() - at)));
      }
    }
    return pieces;
  }

  /**
   * The root of a tree over pages, and the size of all. The members end on a page, which the signer
   * sees to.
   */
  private byte[] ofTree(String hash) {
    long members = sections.getFirst().size();
    if (members % PAGE != 0) {
      throw new Malformed(
          "apk.tree", members, "expected members that fill pages of " + PAGE + " bytes");
    }
    byte[] directory = sections.get(1).toArray(64 << 20);
    byte[] end = sections.get(2).toArray(MAX_END);
    byte[] tail = new byte[directory.length + end.length];
    System.arraycopy(directory, 0, tail, 0, directory.length);
    System.arraycopy(end, 0, tail, directory.length, end.length);
    List<Bytes> chunks = pieces(List.of(sections.getFirst(), Bytes.of(tail)), CHUNK);
    byte[] level =
        joined(
            IntStream.range(0, chunks.size())
                .parallel()
                .mapToObj(i -> ofPages(chunks.get(i).toArray(CHUNK), hash))
                .toList());
    while (level.length > PAGE) {
      level = ofPages(level, hash);
    }
    byte[] root = ofPages(level, hash);
    return ByteBuffer.allocate(root.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(root)
        .putLong(members + tail.length)
        .array();
  }

  /** The digests of pages, the last filled up with zeros. */
  private static byte[] ofPages(byte[] data, String hash) {
    List<byte[]> digests = new ArrayList<>();
    for (int at = 0; at < data.length; at += PAGE) {
      int size = Math.min(PAGE, data.length - at);
      MessageDigest digest = hash(hash);
      digest.update(new byte[SALT]);
      digest.update(data, at, size);
      digest.update(new byte[PAGE - size]);
      digests.add(digest.digest());
    }
    return joined(digests);
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(all::put);
    return all.array();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static MessageDigest hash(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has " + name, e);
    }
  }
}
