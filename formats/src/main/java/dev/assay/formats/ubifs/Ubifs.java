package dev.assay.formats.ubifs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.InodeWalk;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads UBIFS: the last commit, and what the journal holds since. */
public final class Ubifs implements Container, Carvable {
  @Override
  public String type() {
    return "application/vnd.linux.ubifs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return UbifsSuperblock.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    UbifsSuperblock superblock =
        UbifsSuperblock.of(content)
            .orElseThrow(
                () ->
                    new Malformed("ubifs.superblock", 0, "the superblock does not hold together"));
    InodeWalk.list(new UbifsTree(content, files(content, superblock, listing)), listing);
  }

  private static UbifsFiles files(Bytes content, UbifsSuperblock superblock, Listing listing) {
    UbifsFiles files = new UbifsFiles();
    UbifsProblems problems = new UbifsProblems(listing);
    UbifsJournal journal = new UbifsJournal(content, superblock, files, problems);
    try {
      Optional<UbifsMaster> master = UbifsMaster.of(content, superblock);
      if (master.isPresent()) {
        committed(content, superblock, master.get(), files, problems);
      }
      if (master.isEmpty() || files.isEmpty()) {
        listing.problem(
            new Problem(
                "ubifs.index",
                -1,
                "no index can be read; all nodes are, and deleted files may be among them"));
        journal.salvage();
      } else {
        journal.replay(master.get());
      }
    } catch (Malformed limit) {
      listing.problem(limit.problem());
    }
    return files;
  }

  private static void committed(
      Bytes content,
      UbifsSuperblock superblock,
      UbifsMaster master,
      UbifsFiles files,
      UbifsProblems problems) {
    try {
      new UbifsIndex(content, superblock, files, problems).read(master.rootAt());
    } catch (Malformed damaged) {
      problems.take(damaged);
    }
  }

  /** A node's magic number, as the first of a volume. */
  @Override
  public List<byte[]> magics() {
    return List.of(UbifsNode.MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return UbifsSuperblock.of(here)
        .filter(superblock -> UbifsMaster.of(here, superblock).isPresent())
        .map(superblock -> OptionalLong.of(Math.min(superblock.size(), here.size())))
        .orElse(OptionalLong.empty());
  }
}
