package dev.assay.formats.fdt;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.fdt.DeviceTree.Node;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * A FIT image (flat_dt_source file format of U-Boot): a device tree whose node {@code /images}
 * holds one node an image, with its data inside ({@code data}) or after the tree ({@code
 * data-offset} from the tree's end padded to 4, or {@code data-position} from the start, with
 * {@code data-size}), and {@code hash} nodes over it.
 */
public final class FlatImageTree implements Container {
  public static final String TYPE = "application/vnd.u-boot.fit";

  private static final int CHUNK = 1 << 20;
  private static final int MAX_HASH = 64;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    return DeviceTree.isAt(content) && DeviceTree.read(content).root().child("images").isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    DeviceTree tree = DeviceTree.read(content);
    Node images =
        tree.root()
            .child("images")
            .orElseThrow(() -> new Malformed("fit.images", -1, "no node /images"));
    for (Node image : images.children()) {
      try {
        Bytes data = data(image, content, tree.totalSize());
        listing.add(Entry.part(image.name(), Content.of(data)).withProblems(hashes(image, data)));
      } catch (Malformed malformed) {
        listing.add(
            Entry.part(image.name(), Content.of(Bytes.of(new byte[0])))
                .withProblems(List.of(malformed.problem())));
      }
    }
  }

  /**
   * What an image of the tree holds.
   *
   * @param content all of the file
   * @param treeSize bytes of the tree at its start
   * @throws Malformed {@code fit.data} where the tree does not say
   */
  public static Bytes data(Node image, Bytes content, long treeSize) {
    Bytes inside = image.properties().get("data");
    if (inside != null) {
      return inside;
    }
    long size =
        image
            .cell("data-size")
            .orElseThrow(
                () -> new Malformed("fit.data", -1, "image `" + image.name() + "` has no data"));
    Optional<Long> position = image.cell("data-position");
    long start =
        position.isPresent()
            ? position.get()
            : (treeSize + 3 & ~3L)
                + image
                    .cell("data-offset")
                    .orElseThrow(
                        () ->
                            new Malformed(
                                "fit.data",
                                -1,
                                "image `" + image.name() + "` has a size but no place"));
    return content.slice(start, size);
  }

  /** Whether a node {@code hash} has the value of the data; false where nobody can tell. */
  public static boolean fits(Node hash, Bytes data) {
    Bytes stored = hash.properties().get("value");
    return stored != null
        && stored.size() > 0
        && stored.size() <= MAX_HASH
        && Arrays.equals(stored.toArray(MAX_HASH), digest(hash.text("algo"), data));
  }

  private static List<Problem> hashes(Node image, Bytes data) {
    List<Problem> problems = new ArrayList<>();
    for (Node hash : image.children()) {
      Bytes stored = hash.properties().get("value");
      if (hash.name().startsWith("hash") && stored != null && stored.size() <= MAX_HASH) {
        byte[] expected = stored.toArray(MAX_HASH);
        byte[] computed = digest(hash.text("algo"), data);
        if (computed.length > 0 && !Arrays.equals(expected, computed)) {
          problems.add(
              new Problem(
                  "fit.hash",
                  -1,
                  hash.text("algo")
                      + " of image `"
                      + image.name()
                      + "` does not match; contents read anyway"));
        }
      }
    }
    return problems;
  }

  /** Empty for algorithms that are not checked here. */
  private static byte[] digest(String algorithm, Bytes data) {
    String name =
        switch (algorithm) {
          case "md5" -> "MD5";
          case "sha1" -> "SHA-1";
          case "sha256" -> "SHA-256";
          case "sha384" -> "SHA-384";
          case "sha512" -> "SHA-512";
          default -> "";
        };
    if (algorithm.equals("crc32")) {
      CRC32 crc = new CRC32();
      each(data, block -> crc.update(block.array(), block.arrayOffset(), block.size()));
      return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    }
    if (name.isEmpty()) {
      return new byte[0];
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      each(data, block -> digest.update(block.array(), block.arrayOffset(), block.size()));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      return new byte[0];
    }
  }

  private static void each(Bytes data, Consumer<Block> reader) {
    for (long at = 0; at < data.size(); at += CHUNK) {
      reader.accept(data.blockUpTo(at, CHUNK));
    }
  }
}
