package dev.assay.formats.squashfs;

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

/**
 * Reads SquashFS images of version 4.0, and of versions 2 and 3 in both byte orders; one of version
 * 1 is found and named.
 */
public final class SquashFs implements Container, Carvable {
  private static final long PADDING = 4096;

  @Override
  public String type() {
    return "application/vnd.squashfs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Superblock.at(content).isPresent() || OldSuperblock.at(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Optional<OldSuperblock> old = OldSuperblock.at(content);
    if (old.isPresent()) {
      tellTruncation(old.get().bytesUsed(), content, listing);
      if (!old.get().isRead()) {
        throw new Malformed(
            "squashfs.version", 28, "an image of version 1, whose files are not read");
      }
      InodeWalk.list(OldTree.of(content, old.get()), listing);
      return;
    }
    Superblock superblock =
        Superblock.at(content)
            .orElseThrow(
                () ->
                    new Malformed(
                        "squashfs.superblock", 0, "the superblock does not hold together"));
    tellTruncation(superblock.bytesUsed(), content, listing);
    new Walk(content, superblock, listing).run();
  }

  private static void tellTruncation(long announced, Bytes content, Listing listing) {
    if (announced > content.size()) {
      String message =
          "image of " + announced + " bytes announced, " + content.size() + " are there";
      listing.problem(new Problem("squashfs.truncated", content.size(), message));
    }
  }

  /** Where the image ends as its superblock says, bytes; empty where that is beyond the content. */
  public static OptionalLong end(Bytes content) {
    long used =
        OldSuperblock.at(content)
            .map(OldSuperblock::bytesUsed)
            .or(() -> Superblock.at(content).map(Superblock::bytesUsed))
            .orElse(0L);
    return used > 0 && used <= content.size() ? OptionalLong.of(used) : OptionalLong.empty();
  }

  @Override
  public List<byte[]> magics() {
    return Magic.all();
  }

  @Override
  public OptionalLong extent(Bytes here) {
    Optional<OldSuperblock> old = OldSuperblock.at(here);
    Optional<Superblock> superblock = Superblock.at(here);
    OptionalLong end = end(here);
    if (end.isEmpty()) {
      return OptionalLong.empty();
    }
    // Either throws where there is no root directory.
    if (old.isPresent() && old.get().isRead()) {
      OldTree.of(here, old.get());
    } else if (old.isEmpty()) {
      Superblock found = superblock.orElseThrow();
      MetadataReader metadata = new MetadataReader(here, Codecs.of(here, found));
      new InodeReader(metadata, found, here.size()).read(found.rootInode());
    }
    long padded = (end.getAsLong() + PADDING - 1) / PADDING * PADDING;
    return OptionalLong.of(Math.min(padded, here.size()));
  }
}
