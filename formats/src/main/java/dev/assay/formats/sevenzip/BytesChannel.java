package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes as a channel to read from. */
final class BytesChannel implements SeekableByteChannel {
  private static final int STEP = 1 << 20;

  private final Bytes bytes;
  private long position;

  BytesChannel(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer into) {
    if (position >= bytes.size()) {
      return -1;
    }
    Block block = bytes.blockUpTo(position, Math.min(into.remaining(), STEP));
    into.put(block.array(), block.arrayOffset(), block.size());
    position += block.size();
    return block.size();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    if (newPosition < 0) {
      throw new IllegalArgumentException("position " + newPosition);
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
