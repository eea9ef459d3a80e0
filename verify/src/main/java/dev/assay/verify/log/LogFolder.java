package dev.assay.verify.log;

import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.InclusionProofs;
import dev.assay.verify.bundle.Leaves;
import dev.assay.verify.bundle.Sha256;
import dev.assay.verify.bundle.SmallFile;
import dev.assay.verify.bundle.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A log, read from beginning to end.
 *
 * @param leaves of all entries
 * @param last the entries of the last tile, which may be partial
 */
public record LogFolder(Checkpoint checkpoint, Leaves leaves, List<byte[]> last) {
  public static final String CHECKPOINT = "checkpoint";

  private static final int MAX_BUNDLE = Tiles.WIDTH * (Entry.MAX + 2);

  /**
   * Reads a log and holds every tile against the entries, and the entries against the checkpoint.
   *
   * @throws Damaged naming the first file that does not fit
   * @throws Unreadable if it is no log
   */
  public static LogFolder read(Path folder) throws Damaged, Unreadable {
    Checkpoint checkpoint;
    try {
      checkpoint =
          Checkpoint.read(SmallFile.read(folder.resolve(CHECKPOINT), Note.MAX), CHECKPOINT);
    } catch (IOException e) {
      throw new Unreadable(folder + " is no log: it has no readable " + CHECKPOINT);
    }
    if (checkpoint.size() > Leaves.MAX) {
      throw new Damaged(CHECKPOINT + " claims more than " + Leaves.MAX + " entries");
    }
    Leaves leaves = new Leaves();
    List<byte[]> last = List.of();
    for (int i = 0; i * Tiles.WIDTH < checkpoint.size(); i++) {
      int width = Tiles.width(i, checkpoint.size());
      String path = Tiles.path(Tiles.ENTRIES, i, width);
      last = entries(file(folder, path), width, path);
      last.forEach(entry -> leaves.add(Entry.leaf(entry)));
    }
    if (!Arrays.equals(leaves.root(), checkpoint.root())) {
      throw new Damaged(
          CHECKPOINT + ": its root is not that of the entries: the log was rewritten");
    }
    int level = 0;
    for (Leaves hashes = leaves; hashes.count() > 0; hashes = above(hashes)) {
      tiles(folder, level++, hashes);
    }
    return new LogFolder(checkpoint, leaves, last);
  }

  private static List<byte[]> entries(byte[] bundle, int width, String path) throws Damaged {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    while (rest.remaining() >= 2) {
      int length = rest.getShort() & 0xFFFF;
      if (length > rest.remaining()) {
        break;
      }
      byte[] entry = new byte[length];
      rest.get(entry);
      entries.add(entry);
    }
    if (entries.size() != width || rest.hasRemaining()) {
      throw new Damaged(path + " does not hold " + width + " entries");
    }
    return entries;
  }

  private static void tiles(Path folder, int level, Leaves hashes) throws Damaged, Unreadable {
    for (int i = 0; i * Tiles.WIDTH < hashes.count(); i++) {
      int width = Tiles.width(i, hashes.count());
      String path = Tiles.path(String.valueOf(level), i, width);
      if (!Arrays.equals(file(folder, path), tile(hashes, i, width))) {
        throw new Damaged(path + " is not the tile of the log's entries");
      }
    }
  }

  /** The bytes of a tile. */
  public static byte[] tile(Leaves hashes, int index, int width) {
    ByteArrayOutputStream tile = new ByteArrayOutputStream(width * Sha256.LENGTH);
    for (int i = 0; i < width; i++) {
      tile.writeBytes(hashes.get(index * Tiles.WIDTH + i));
    }
    return tile.toByteArray();
  }

  /** The hashes of the next level: one for each full tile. */
  public static Leaves above(Leaves hashes) {
    Leaves above = new Leaves();
    for (int i = 0; (i + 1) * Tiles.WIDTH <= hashes.count(); i++) {
      above.add(hashes.root(i * Tiles.WIDTH, Tiles.WIDTH));
    }
    return above;
  }

  private static byte[] file(Path folder, String path) throws Damaged, Unreadable {
    try {
      return SmallFile.read(folder.resolve(path), MAX_BUNDLE);
    } catch (NoSuchFileException e) {
      throw new Damaged(path + " is missing: the log has a gap");
    } catch (IOException e) {
      throw new Unreadable(path + " cannot be read: " + e.getMessage());
    }
  }

  /** The index of an entry, from 0; empty if it is not in the log. */
  public OptionalInt index(byte[] entry) {
    byte[] leaf = Entry.leaf(entry);
    return IntStream.range(0, leaves.count())
        .filter(i -> Arrays.equals(leaves.get(i), leaf))
        .findFirst();
  }

  /**
   * A proof that an entry is in the log.
   *
   * @throws Damaged if it is not
   */
  public LogProof proof(byte[] entry) throws Damaged {
    OptionalInt index = index(entry);
    if (index.isEmpty()) {
      throw new Damaged("the attestation, as it is signed now, is not in the log");
    }
    List<byte[]> path = new InclusionProofs(leaves.count(), leaves::get).of(index.getAsInt());
    return new LogProof(index.getAsInt(), path, checkpoint);
  }

  /**
   * Holds this log against an earlier checkpoint of it: nothing may have been changed or taken
   * away.
   *
   * @throws Damaged saying how it is not
   */
  public void follows(Checkpoint earlier, String where) throws Damaged {
    if (!earlier.origin().equals(checkpoint.origin())) {
      throw new Damaged(where + " is of another log: " + earlier.origin());
    }
    if (earlier.size() > checkpoint.size()) {
      throw new Damaged(
          "the log was cut: of "
              + earlier.size()
              + (earlier.size() == 1 ? " entry, " : " entries, ")
              + checkpoint.size()
              + (checkpoint.size() == 1 ? " is left" : " are left"));
    }
    if (!Arrays.equals(leaves.root(0, earlier.size()), earlier.root())) {
      throw new Damaged(
          "the log was rewritten or forked: "
              + (earlier.size() == 1
                  ? "its first entry is not that of "
                  : "its first " + earlier.size() + " entries are not those of ")
              + where);
    }
  }
}
