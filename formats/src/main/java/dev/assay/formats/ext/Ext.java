package dev.assay.formats.ext;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads ext2, ext3 and ext4 file systems. The journal is not replayed. */
public final class Ext implements Container, Carvable {
  @Override
  public String type() {
    return "application/vnd.linux.ext";
  }

  @Override
  public boolean recognises(Bytes content) {
    return ExtSuperblock.at(content).isPresent() && hasRoot(content);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    ExtSuperblock superblock =
        ExtSuperblock.at(content)
            .orElseThrow(
                () ->
                    new Malformed("ext.superblock", 1024, "the superblock does not hold together"));
    if (superblock.has(ExtSuperblock.RECOVER)) {
      listing.problem(
          new Problem(
              "ext.needs-recovery",
              1024 + 96,
              "was not unmounted cleanly; the journal is not replayed"));
    }
    if (superblock.size() > content.size()) {
      listing.problem(
          new Problem(
              "ext.truncated",
              content.size(),
              "file system of "
                  + superblock.size()
                  + " bytes announced, "
                  + content.size()
                  + " are there"));
    }
    new ExtWalk(content, superblock, listing).run();
  }

  /** The magic number has two bytes; the third is the file system's state, of which 1 is clean. */
  @Override
  public List<byte[]> magics() {
    return List.of(
        new byte[] {0x53, (byte) 0xEF, 1, 0},
        new byte[] {0x53, (byte) 0xEF, 0, 0},
        new byte[] {0x53, (byte) 0xEF, 2, 0});
  }

  @Override
  public int magicOffset() {
    return ExtSuperblock.MAGIC_OFFSET;
  }

  @Override
  public OptionalLong extent(Bytes here) {
    Optional<ExtSuperblock> superblock = ExtSuperblock.at(here);
    return superblock.isPresent() && superblock.get().size() <= here.size() && hasRoot(here)
        ? OptionalLong.of(superblock.get().size())
        : OptionalLong.empty();
  }

  private static boolean hasRoot(Bytes content) {
    try {
      return ExtInode.read(content, ExtSuperblock.at(content).orElseThrow(), ExtWalk.ROOT)
          .isDirectory();
    } catch (Malformed notHere) {
      return false;
    }
  }
}
