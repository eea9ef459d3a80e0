package dev.assay.formats;

import java.io.ByteArrayOutputStream;

/** Memory for tests: everything on the heap, 64 MiB for one content. */
public final class HeapMemory implements Memory {
  private static final int LIMIT = 64 << 20;

  @Override
  public void count(long storedSize, long bytes) {
    if (bytes > LIMIT) {
      throw new Malformed("limit.expansion", -1, "test memory is 64 MiB");
    }
  }

  @Override
  public Sink sink(long compressedSize, long expectedSize) {
    return new Sink() {
      private final ByteArrayOutputStream out = new ByteArrayOutputStream();

      @Override
      public void write(byte[] from, int at, int length) {
        if (out.size() + (long) length > LIMIT) {
          throw new Malformed("limit.expansion", -1, "test memory is 64 MiB");
        }
        out.write(from, at, length);
      }

      @Override
      public void zeros(long count) {
        if (out.size() + count > LIMIT) {
          throw new Malformed("limit.expansion", -1, "test memory is 64 MiB");
        }
        out.write(new byte[(int) count], 0, (int) count);
      }

      @Override
      public long size() {
        return out.size();
      }

      @Override
      public Bytes toBytes() {
        return Bytes.of(out.toByteArray());
      }
    };
  }
}
