package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.BlockCodec;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The content of one file: its blocks, then its part of a fragment block. */
final class FileContent implements Content {
  private static final int IN_ONE_ARRAY = 64 << 20;
  private static final int UNCOMPRESSED = 1 << 24;

  private final Bytes image;
  private final Inode.File inode;
  private final BlockCodec codec;
  private final int blockSize;
  private final FragmentBlocks fragments;
  private final Optional<Tables.Fragment> fragment;

  FileContent(
      Bytes image,
      Inode.File inode,
      BlockCodec codec,
      int blockSize,
      FragmentBlocks fragments,
      Optional<Tables.Fragment> fragment) {
    this.image = image;
    this.inode = inode;
    this.codec = codec;
    this.blockSize = blockSize;
    this.fragments = fragments;
    this.fragment = fragment;
  }

  /** Where its own blocks are stored; its part of a fragment block is not among them. */
  void stored(BiConsumer<Long, Long> startAndLength) {
    long length = 0;
    for (int stored : inode.blocks()) {
      length += stored & UNCOMPRESSED - 1;
    }
    startAndLength.accept(inode.start(), length);
  }

  @Override
  public long size() {
    return inode.size();
  }

  @Override
  public Bytes open(Memory memory) {
    return inode.size() <= IN_ONE_ARRAY && isStored() ? inOneArray() : throughSink(memory);
  }

  /** Whether every block has data: then the size is what the image justifies, not a claim. */
  private boolean isStored() {
    for (int length : inode.blocks()) {
      if (length == 0) {
        return inode.size() <= 1 << 20;
      }
    }
    return true;
  }

  private Bytes inOneArray() {
    byte[] all = new byte[(int) inode.size()];
    int done = 0;
    long at = inode.start();
    try {
      for (int stored : inode.blocks()) {
        int wanted = Math.min(blockSize, all.length - done);
        block(at, stored, all, done, wanted);
        at += stored & UNCOMPRESSED - 1;
        done += wanted;
      }
      if (done < all.length) {
        tail(all, done);
      }
    } catch (Malformed damaged) {
      throw new Partial(Bytes.of(all, 0, done), named(damaged));
    }
    return Bytes.of(all);
  }

  private Bytes throughSink(Memory memory) {
    long compressed = blockSize;
    for (int stored : inode.blocks()) {
      compressed += stored & UNCOMPRESSED - 1;
    }
    Sink sink = memory.sink(compressed, inode.size());
    byte[] buffer = new byte[blockSize];
    long at = inode.start();
    try {
      for (int stored : inode.blocks()) {
        int wanted = (int) Math.min(blockSize, inode.size() - sink.size());
        if (stored == 0) {
          sink.zeros(wanted);
        } else {
          block(at, stored, buffer, 0, wanted);
          sink.write(buffer, 0, wanted);
        }
        at += stored & UNCOMPRESSED - 1;
      }
      int rest = (int) Math.min(blockSize, inode.size() - sink.size());
      if (rest > 0) {
        byte[] end = new byte[rest];
        tail(end, 0);
        sink.write(end, 0, rest);
      }
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), named(damaged));
    }
    return sink.toBytes();
  }

  /** Fills {@code out[outAt, outAt + wanted)} with one block. */
  private void block(long at, int stored, byte[] out, int outAt, int wanted) {
    int length = stored & UNCOMPRESSED - 1;
    if (length == 0) {
      Arrays.fill(out, outAt, outAt + wanted, (byte) 0);
      return;
    }
    if (length > blockSize) {
      throw new Malformed(
          "squashfs.block", at, "block of " + length + " bytes; at most " + blockSize);
    }
    Block in = image.block(at, length);
    if ((stored & UNCOMPRESSED) != 0) {
      if (length < wanted) {
        throw new Malformed(
            "squashfs.block", at, "block has " + length + " bytes, the file needs " + wanted);
      }
      System.arraycopy(in.array(), in.arrayOffset(), out, outAt, wanted);
      return;
    }
    int done = decompress(in, length, out, outAt, wanted, at);
    if (done != wanted) {
      throw new Malformed(
          "squashfs.block", at, "block has " + done + " bytes, the file needs " + wanted);
    }
  }

  private int decompress(Block in, int length, byte[] out, int outAt, int wanted, long at) {
    try {
      return codec.decompress(in.array(), in.arrayOffset(), length, out, outAt, wanted);
    } catch (Malformed damaged) {
      throw new Malformed("squashfs.block", at, String.valueOf(damaged.getMessage()));
    }
  }

  private void tail(byte[] out, int outAt) {
    Tables.Fragment where =
        fragment.orElseThrow(
            () -> new Malformed("squashfs.fragment", -1, "the end of the file is in no fragment"));
    byte[] shared = fragments.get(where);
    int length = out.length - outAt;
    if (inode.fragmentOffset() > shared.length - length) {
      throw new Malformed(
          "squashfs.fragment",
          where.start(),
          length
              + " bytes at "
              + inode.fragmentOffset()
              + " of a fragment block of "
              + shared.length);
    }
    System.arraycopy(shared, (int) inode.fragmentOffset(), out, outAt, length);
  }

  private static Malformed named(Malformed damaged) {
    return damaged.problem().code().startsWith("bytes.")
        ? new Malformed(
            "squashfs.block-out-of-range", damaged.problem().offset(), damaged.problem().message())
        : damaged;
  }
}
