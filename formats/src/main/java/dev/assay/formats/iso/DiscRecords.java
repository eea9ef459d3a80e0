package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The descriptors and directory records of a disc, as they are stored. */
public final class DiscRecords {
  private static final int PRIMARY = 1;
  private static final int SUPPLEMENTARY = 2;

  private final Bytes disc;
  private final Window window;
  private final Taker taker;
  private final Set<Long> entered = new HashSet<>();

  /** Hears of each record. */
  public interface Taker {
    /**
     * @param sector of 2048 bytes
     */
    void descriptor(Block sector);

    /**
     * @param path in its tree, which is the part of it in brackets where it is not the first
     * @param stored its name as it stands in the record, with its version
     */
    void record(String path, String stored);

    /** Each time of descriptors and records. */
    void time(DiscTime time);
  }

  private record Directory(String prefix, long start, long size) {}

  private DiscRecords(Bytes disc, Taker taker) {
    this.disc = disc;
    this.window = new Window(disc);
    this.taker = taker;
  }

  /**
   * Those of directories that are damaged only as far as they are read.
   *
   * @throws Malformed {@code iso.descriptor} where there is no primary volume
   */
  public static void of(Bytes disc, Taker taker) {
    Volumes volumes = Volumes.of(disc);
    Volume primary =
        volumes
            .primary()
            .orElseThrow(() -> new Malformed("iso.descriptor", -1, "no primary volume"));
    DiscRecords records = new DiscRecords(disc, taker);
    Volumes.descriptors(disc).forEach(records::descriptor);
    Iso9660.trees(disc, volumes, primary).forEach(records::walk);
  }

  private void descriptor(long at) {
    Block sector = disc.block(at, Volumes.SECTOR);
    taker.descriptor(sector);
    if (sector.u8(0) == PRIMARY || sector.u8(0) == SUPPLEMENTARY) {
      String prefix = sector.u8(0) == PRIMARY ? "" : "supplementary ";
      DiscTime.ofDescriptor(prefix, sector, at).forEach(taker::time);
    }
  }

  private void walk(Tree tree) {
    DirectoryRecord root = tree.volume().root();
    Deque<Directory> pending = new ArrayDeque<>();
    pending.add(new Directory(tree.prefix(), root.start(), root.size()));
    while (!pending.isEmpty()) {
      Directory next = pending.removeFirst();
      if (entered.add(next.start())) {
        try {
          list(tree, next, pending);
        } catch (Malformed damaged) {
          if (!damaged.problem().code().startsWith("iso.")) {
            throw damaged;
          }
        }
      }
    }
  }

  private void list(Tree tree, Directory directory, Deque<Directory> pending) {
    long end = Math.min(directory.start() + directory.size(), disc.size());
    for (long at = directory.start(); at < end; ) {
      int length = window.block(at, 1).u8(0);
      if (length == 0) {
        at = at / Volumes.SECTOR * Volumes.SECTOR + Volumes.SECTOR;
        continue;
      }
      Block block = window.block(at, length);
      DirectoryRecord record = DirectoryRecord.of(block, at, tree.volume().blockSize());
      long from = at;
      at += length;
      List<SystemUse.Field> fields =
          tree.rockRidge()
              ? SystemUse.fields(disc, record, tree.skip(), tree.volume().blockSize())
              : List.of();
      boolean repeated = record.isSelfOrParent();
      String name = RockRidge.of(fields).name().orElseGet(() -> tree.name(record));
      String path = directory.prefix() + (repeated ? "." : name.replace("/", "\\x2f"));
      if (!repeated) {
        taker.record(path, tree.stored(record));
      }
      taker.time(DiscTime.ofRecord(path, repeated, block, from));
      for (SystemUse.Field field : fields) {
        if (field.signature().equals("TF")) {
          DiscTime.ofField(path, repeated, field.body(), field.at()).forEach(taker::time);
        }
      }
      if (repeated) {
        continue;
      }
      if (record.isDirectory()) {
        pending.add(new Directory(path + "/", record.start(), record.size()));
      }
    }
  }
}
