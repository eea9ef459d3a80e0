package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the compressor of an image: the one that is named, or what the vendor took instead. */
final class Codecs {
  /** Bytes of header before LZMA data: none, properties, with dictionary, with size. */
  private static final int[] HEADERS = {0, 1, 4, 5, 8, 9, 12, 13};

  /** lc 3 lp 0 pb 2 is the default; lc 0 lp 2 pb 2, lc 1 lp 2 pb 2 and lc 0 are vendors'. */
  private static final int[] PROPERTIES = {0x5D, 0x6C, 0x6D, 0x5A, 0x00};

  private Codecs() {}

  static BlockCodec of(Bytes image, Superblock superblock) {
    return first(
        named(superblock.compressor()),
        codec ->
            new InodeReader(new MetadataReader(image, codec), superblock, image.size())
                    .read(superblock.rootInode())
                instanceof Inode.Directory);
  }

  /** The compressor of an image that names none, or another. */
  static BlockCodec of(Bytes image, OldSuperblock superblock) {
    return first(
        BlockCodecs.zlib(),
        codec ->
            new OldInodes(image, superblock, codec).read(superblock.rootInode())
                instanceof Inode.Directory);
  }

  /**
   * The first with which the root is a directory.
   *
   * @throws Malformed {@code squashfs.compressor} where there is none
   */
  private static BlockCodec first(BlockCodec named, Predicate<BlockCodec> isDirectory) {
    Malformed why = new Malformed("squashfs.compressor", 20, "the root is no directory");
    for (BlockCodec codec : candidates(named)) {
      try {
        if (isDirectory.test(codec)) {
          return codec;
        }
      } catch (Malformed notThisOne) {
        why = codec == named ? notThisOne : why;
      }
    }
    throw new Malformed(
        "squashfs.compressor",
        why.problem().offset(),
        "no known compressor gives a root directory; with the one that is named: "
            + why.getMessage());
  }

  private static List<BlockCodec> candidates(BlockCodec named) {
    List<BlockCodec> all = new ArrayList<>();
    all.add(named);
    all.add(BlockCodecs.zlib());
    all.add(BlockCodecs.xz());
    all.add(BlockCodecs.lzma());
    for (int header : HEADERS) {
      if (header > 0) {
        all.add(ForeignLzma.ownProperties(header));
      }
      for (int properties : PROPERTIES) {
        all.add(new ForeignLzma(header, properties));
      }
    }
    return all;
  }

  private static BlockCodec named(int compressor) {
    return switch (compressor) {
      case 1 -> BlockCodecs.zlib();
      case 2 -> BlockCodecs.lzma();
      case 3 -> BlockCodecs.lzo();
      case 4 -> BlockCodecs.xz();
      case 5 -> BlockCodecs.lz4();
      default -> BlockCodecs.zstd();
    };
  }
}
