package dev.assay.formats.f2fs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.InodeWalk;
import dev.assay.model.Problem;
import java.util.List;
import java.util.OptionalLong;

/** Reads F2FS file systems as of their last checkpoint. */
public final class F2fs implements Container, Carvable {
  @Override
  public String type() {
    return "application/vnd.linux.f2fs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return F2fsSuperblock.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    F2fsSuperblock superblock =
        F2fsSuperblock.of(content)
            .orElseThrow(
                () ->
                    new Malformed(
                        "f2fs.superblock",
                        F2fsSuperblock.OFFSET,
                        "neither superblock holds together"));
    if (superblock.size() > content.size()) {
      listing.problem(
          new Problem(
              "f2fs.truncated",
              content.size(),
              "file system of "
                  + superblock.size()
                  + " bytes announced, "
                  + content.size()
                  + " are there"));
    }
    Checkpoint checkpoint = Checkpoint.newest(content, superblock);
    long at = checkpoint.start() * F2fsSuperblock.BLOCK;
    if (!checkpoint.sound()) {
      listing.problem(
          new Problem("f2fs.checkpoint-crc", at, "checksum is wrong; contents read anyway"));
    }
    if (!checkpoint.isUnmounted()) {
      String message = "was not unmounted cleanly; what was written last is not replayed";
      listing.problem(new Problem("f2fs.needs-recovery", at, message));
    }
    Nodes nodes = new Nodes(content, superblock, checkpoint);
    InodeWalk.list(new F2fsTree(content, superblock, nodes, listing.memory()), listing);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {0x10, 0x20, (byte) 0xF5, (byte) 0xF2});
  }

  @Override
  public int magicOffset() {
    return F2fsSuperblock.OFFSET;
  }

  @Override
  public OptionalLong extent(Bytes content, long at) {
    Bytes here = content.from(at);
    return F2fsSuperblock.of(here)
        .filter(superblock -> superblock.size() <= here.size())
        .filter(superblock -> Checkpoint.newest(here, superblock).sound())
        .map(superblock -> OptionalLong.of(superblock.size()))
        .orElse(OptionalLong.empty());
  }
}
