package dev.assay.formats.cramfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.InodeWalk;
import dev.assay.model.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Reads cramfs of both byte orders. */
public final class CramFs implements Container, Carvable {
  private static final int CHUNK = 1 << 20;

  @Override
  public String type() {
    return "application/vnd.linux.cramfs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return CramSuperblock.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    CramSuperblock superblock =
        CramSuperblock.of(content)
            .orElseThrow(
                () ->
                    new Malformed("cramfs.superblock", 0, "the superblock does not hold together"));
    if (superblock.size() > content.size()) {
      listing.problem(
          new Problem(
              "cramfs.truncated",
              content.size(),
              "image of "
                  + superblock.size()
                  + " bytes announced, "
                  + content.size()
                  + " are there"));
    } else if (superblock.hasCrc()) {
      long crc = crc(content, superblock);
      if (crc != superblock.crc()) {
        listing.problem(
            new Problem(
                "cramfs.crc",
                superblock.at() + CramSuperblock.CRC_AT,
                String.format(
                    Locale.ROOT,
                    "CRC of the image is %08x, computed %08x; contents read anyway",
                    superblock.crc(),
                    crc)));
      }
    }
    InodeWalk.list(new CramTree(content, superblock, listing.memory()), listing);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(
        new byte[] {0x45, 0x3D, (byte) 0xCD, 0x28}, new byte[] {0x28, (byte) 0xCD, 0x3D, 0x45});
  }

  @Override
  public OptionalLong extent(Bytes here) {
    Optional<CramSuperblock> superblock = CramSuperblock.at(here, 0);
    if (superblock.isEmpty()
        || superblock.get().size() < CramSuperblock.SIZE
        || superblock.get().size() > here.size()) {
      return OptionalLong.empty();
    }
    CramInode root = superblock.get().root();
    return root.dataAt() + root.size() <= superblock.get().size()
        ? OptionalLong.of(superblock.get().size())
        : OptionalLong.empty();
  }

  /** Of everything from the superblock on, with the field that holds the CRC as zero. */
  private static long crc(Bytes content, CramSuperblock superblock) {
    CRC32 crc = new CRC32();
    Block head = content.block(superblock.at(), CramSuperblock.SIZE);
    byte[] start = head.bytes(0, head.size());
    Arrays.fill(start, CramSuperblock.CRC_AT, CramSuperblock.CRC_AT + 4, (byte) 0);
    crc.update(start);
    long end = superblock.size();
    for (long at = superblock.at() + start.length; at < end; at += CHUNK) {
      Block block = content.block(at, (int) Math.min(CHUNK, end - at));
      crc.update(block.array(), block.arrayOffset(), block.size());
    }
    return crc.getValue();
  }
}
