package dev.assay.formats.ubi;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads UBI images and dumps of flash that UBI manages: the volumes are its members. */
public final class Ubi implements Container, Carvable {
  /** Bad blocks that may stand between good ones. */
  private static final int MAX_GAP = 16;

  @Override
  public String type() {
    return "application/vnd.linux.ubi";
  }

  @Override
  public boolean recognises(Bytes content) {
    return EraseHeader.at(content, 0).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    OptionalInt blockSize = BlockSize.of(content);
    if (blockSize.isEmpty()) {
      throw new Malformed("ubi.block-size", 0, "no size of erase blocks fits the image");
    }
    EraseBlocks blocks = EraseBlocks.of(content, blockSize.getAsInt(), listing);
    int number = 0;
    for (EraseBlocks.Image image : blocks.images().values()) {
      number++;
      // Two partitions of one dump may both be managed by UBI.
      String prefix = blocks.images().size() == 1 ? "" : "image-" + number + "/";
      new Volumes(content, blocks, image).list(prefix, listing);
    }
    long end = blocks.described();
    if (new Window(content).skip(end, content.size(), 0xFF) < content.size()) {
      listing.add(Entry.part("after-ubi.bin", Content.of(content.from(end))));
    }
  }

  @Override
  public List<byte[]> magics() {
    return List.of(EraseHeader.MAGIC.clone());
  }

  /** As far as blocks have headers of the same image or are erased. */
  @Override
  public OptionalLong extent(Bytes here) {
    Optional<EraseHeader> first = EraseHeader.at(here, 0);
    if (first.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalInt found = BlockSize.of(here);
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    int size = found.getAsInt();
    long end = size;
    for (long next = size; next <= here.size() - size && next - end <= (long) MAX_GAP * size; ) {
      Optional<EraseHeader> header = EraseHeader.at(here, next);
      if (header.isPresent() && header.get().image() != first.get().image()) {
        break;
      }
      next += size;
      if (header.isPresent()) {
        end = next;
      }
    }
    return OptionalLong.of(Math.min(end, here.size()));
  }
}
