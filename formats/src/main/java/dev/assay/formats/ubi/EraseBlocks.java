package dev.assay.formats.ubi;

import dev.assay.formats.Bytes;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The blocks of an image, by image number, volume and logical number. */
final class EraseBlocks {
  /**
   * A physical block in use.
   *
   * @param dataAt offset of its data in the content
   */
  record Used(long dataAt, VolumeHeader header) {}

  /** The volumes of one image: their blocks by logical number. */
  static final class Image {
    final TreeMap<Long, TreeMap<Long, Used>> volumes = new TreeMap<>();
    long dataAt;
  }

  private final Bytes content;
  private final int blockSize;
  private final Map<Long, Image> images = new LinkedHashMap<>();
  private long used;
  private long described;
  private long foreign;
  private long lost;
  private long lostAt = -1;

  private EraseBlocks(Bytes content, int blockSize) {
    this.content = content;
    this.blockSize = blockSize;
  }

  static EraseBlocks of(Bytes content, int blockSize, Listing listing) {
    EraseBlocks blocks = new EraseBlocks(content, blockSize);
    for (long at = 0; at < content.size(); at += blockSize) {
      blocks.read(at);
    }
    if (blocks.lost > 0) {
      listing.problem(
          new Problem(
              "ubi.block",
              blocks.lostAt,
              blocks.lost + " erase blocks have no sound headers or are cut off; not read"));
    }
    return blocks;
  }

  /** By image number, in order of appearance. */
  Map<Long, Image> images() {
    return images;
  }

  /** How many blocks are in use. */
  long used() {
    return used;
  }

  int blockSize() {
    return blockSize;
  }

  /** Where the last block with a header ends. */
  long described() {
    return Math.min(described, content.size());
  }

  private void read(long at) {
    Optional<EraseHeader> erase = EraseHeader.at(content, at);
    if (erase.isEmpty()) {
      foreign += BlockSize.isErased(content, at) ? 0 : 1;
      return;
    }
    if (foreign > 0) {
      lose(at);
      lost += foreign - 1;
      foreign = 0;
    }
    described = at + blockSize;
    EraseHeader header = erase.get();
    if (at + blockSize > content.size() || header.dataAt() >= blockSize) {
      lose(at);
      return;
    }
    long volumeAt = at + header.volumeAt();
    Optional<VolumeHeader> volume = VolumeHeader.of(content.block(volumeAt, VolumeHeader.SIZE));
    if (volume.isPresent()) {
      take(header, new Used(at + header.dataAt(), volume.get()));
    } else if (!BlockSize.isErased(content, volumeAt)) {
      lose(at);
    }
  }

  private void take(EraseHeader header, Used found) {
    used++;
    Image image = images.computeIfAbsent(header.image(), unseen -> new Image());
    image.dataAt = header.dataAt();
    image
        .volumes
        .computeIfAbsent(found.header().volume(), unseen -> new TreeMap<>())
        .merge(found.header().block(), found, this::valid);
  }

  /** Of two blocks with the same number. */
  private Used valid(Used one, Used other) {
    boolean otherIsNewer = other.header().sequence() > one.header().sequence();
    Used newer = otherIsNewer ? other : one;
    return newer.header().isCopy() && !matchesCrc(newer) ? (otherIsNewer ? one : other) : newer;
  }

  boolean matchesCrc(Used block) {
    long size = block.header().dataSize();
    return size <= blockSize
        && UbiCrc.of(content, block.dataAt(), size) == block.header().dataCrc();
  }

  private void lose(long at) {
    if (lost++ == 0) {
      lostAt = at;
    }
  }
}
