package dev.assay.formats.erofs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.InodeWalk;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads EROFS. */
public final class Erofs implements Container, Carvable {
  private static final int DIRECTORY = 0040000;

  @Override
  public String type() {
    return "application/vnd.linux.erofs";
  }

  @Override
  public boolean recognises(Bytes content) {
    Optional<ErofsSuperblock> superblock = ErofsSuperblock.of(content);
    return superblock.isPresent() && hasRoot(content, superblock.get());
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    ErofsSuperblock superblock =
        ErofsSuperblock.of(content)
            .orElseThrow(
                () ->
                    new Malformed(
                        "erofs.superblock", 1024, "the superblock does not hold together"));
    if (!superblock.matchesChecksum(content)) {
      listing.problem(
          new Problem(
              "erofs.checksum",
              1024 + 4,
              "checksum of the superblock does not match; read anyway"));
    }
    if (superblock.unknownFeatures() != 0) {
      listing.problem(
          new Problem(
              "erofs.features",
              1024 + 80,
              String.format(
                  Locale.ROOT,
                  "features %x are not known; read as far as possible",
                  superblock.unknownFeatures())));
    }
    if (superblock.size() > content.size()) {
      listing.problem(
          new Problem(
              "erofs.truncated",
              content.size(),
              "image of "
                  + superblock.size()
                  + " bytes announced, "
                  + content.size()
                  + " are there"));
    }
    InodeWalk.list(new ErofsTree(content, superblock, listing.memory()), listing);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(ErofsSuperblock.MAGIC.clone());
  }

  @Override
  public int magicOffset() {
    return ErofsSuperblock.OFFSET;
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return ErofsSuperblock.of(here)
        .filter(superblock -> superblock.size() > 0 && superblock.size() <= here.size())
        .filter(superblock -> superblock.matchesChecksum(here) && hasRoot(here, superblock))
        .map(superblock -> OptionalLong.of(superblock.size()))
        .orElse(OptionalLong.empty());
  }

  private static boolean hasRoot(Bytes content, ErofsSuperblock superblock) {
    ErofsInode root = ErofsInode.read(content, superblock, superblock.root());
    return (root.mode() & 0170000) == DIRECTORY;
  }
}
