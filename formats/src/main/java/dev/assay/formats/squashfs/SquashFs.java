package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads SquashFS 4.0 images. */
public final class SquashFs implements Container, Carvable {
  private static final long PADDING = 4096;

  @Override
  public String type() {
    return "application/vnd.squashfs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Superblock.at(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Superblock superblock =
        Superblock.at(content)
            .orElseThrow(
                () ->
                    new Malformed(
                        "squashfs.superblock", 0, "the superblock does not hold together"));
    if (superblock.bytesUsed() > content.size()) {
      listing.problem(
          new dev.assay.model.Problem(
              "squashfs.truncated",
              content.size(),
              "image of "
                  + superblock.bytesUsed()
                  + " bytes announced, "
                  + content.size()
                  + " are there"));
    }
    new Walk(content, superblock, listing).run();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(Superblock.MAGIC);
  }

  @Override
  public OptionalLong extent(Bytes content, long at) {
    Bytes here = content.from(at);
    Optional<Superblock> superblock = Superblock.at(here);
    if (superblock.isEmpty() || superblock.get().bytesUsed() > here.size()) {
      return OptionalLong.empty();
    }
    try {
      new InodeReader(
              new MetadataReader(here, superblock.get().codec()), superblock.get(), here.size())
          .read(superblock.get().rootInode());
    } catch (Malformed notHere) {
      return OptionalLong.empty();
    }
    long padded = (superblock.get().bytesUsed() + PADDING - 1) / PADDING * PADDING;
    return OptionalLong.of(Math.min(padded, here.size()));
  }
}
