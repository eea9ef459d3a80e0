package dev.assay.inspect.cache;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** One file of values by key, mapped into memory; see {@link dev.assay.inspect.cache}. */
final class Pack {
  private static final byte[] MAGIC = "ASSAYFC1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 16;
  private static final int ROW = 32;

  private final ByteBuffer bytes;
  private final int count;

  private Pack(ByteBuffer bytes, int count) {
    this.bytes = bytes;
    this.count = count;
  }

  /** The first half of the SHA-256 of a key, as two numbers, in their unsigned order. */
  record Key(long high, long low) implements Comparable<Key> {
    static Key of(String key) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        ByteBuffer buffer = ByteBuffer.wrap(hash);
        return new Key(buffer.getLong(), buffer.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every JDK has SHA-256", e);
      }
    }

    @Override
    public int compareTo(Key other) {
      int byHigh = Long.compareUnsigned(high, other.high);
      return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
  }

  /** Empty where the file is not a whole pack. */
  static Optional<Pack> open(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < HEAD || channel.size() > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      byte[] magic = new byte[MAGIC.length];
      bytes.get(0, magic);
      int count = bytes.getInt(8);
      boolean fits = count >= 0 && HEAD + (long) count * ROW <= bytes.limit();
      if (!Arrays.equals(magic, MAGIC)
          || !fits
          || crc(bytes.slice(HEAD, count * ROW)) != bytes.getInt(12)) {
        return Optional.empty();
      }
      return Optional.of(new Pack(bytes, count));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The value, unless it is absent or damaged. */
  Optional<byte[]> get(Key key) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int row = HEAD + middle * ROW;
      int order = key.compareTo(new Key(bytes.getLong(row), bytes.getLong(row + 8)));
      if (order == 0) {
        return value(bytes.getLong(row + 16), bytes.getInt(row + 24), bytes.getInt(row + 28));
      } else if (order < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> value(long offset, int length, int crc) {
    if (offset < HEAD || length < 0 || offset > bytes.limit() - (long) length) {
      return Optional.empty();
    }
    byte[] value = new byte[length];
    bytes.get((int) offset, value);
    return crc(ByteBuffer.wrap(value)) == crc ? Optional.of(value) : Optional.empty();
  }

  static void write(Map<String, byte[]> values, Path file) throws IOException {
    TreeMap<Key, byte[]> ordered = new TreeMap<>();
    values.forEach((key, value) -> ordered.put(Key.of(key), value));
    ByteBuffer index = ByteBuffer.allocate(ordered.size() * ROW);
    long offset = HEAD + (long) index.capacity();
    for (Map.Entry<Key, byte[]> entry : ordered.entrySet()) {
      byte[] value = entry.getValue();
      index.putLong(entry.getKey().high()).putLong(entry.getKey().low());
      index.putLong(offset).putInt(value.length).putInt(crc(ByteBuffer.wrap(value)));
      offset += value.length;
    }
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.write(MAGIC);
      out.writeInt(ordered.size());
      out.writeInt(crc(index.flip().duplicate()));
      out.write(index.array());
      for (byte[] value : ordered.values()) {
        out.write(value);
      }
    }
  }

  private static int crc(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
