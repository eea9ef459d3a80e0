package dev.assay.formats.squashfs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * An image of version 2 or 3, which no writer makes any more: {@code etc} with {@code passwd} in a
 * fragment, {@code big} of two blocks and a half, {@code link} and {@code null}.
 */
final class ForgedSquashFs {
  static final int BLOCK = 4096;
  static final byte[] PASSWD = "root:x:0:0::/root:/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
  static final byte[] BIG = big();

  private static final int SUPERBLOCK = 119;
  private static final int NO_FRAGMENT = -1;

  private final int version;
  private final ByteOrder order;
  private final UnaryOperator<byte[]> compressor;
  private final ByteArrayOutputStream image = new ByteArrayOutputStream();

  private ForgedSquashFs(int version, ByteOrder order, UnaryOperator<byte[]> compressor) {
    this.version = version;
    this.order = order;
    this.compressor = compressor;
  }

  static byte[] image(int version, ByteOrder order, UnaryOperator<byte[]> compressor) {
    return new ForgedSquashFs(version, order, compressor).forge();
  }

  /** The superblock of an image of version 1, of 8 KiB, and noise where its tables would be. */
  static byte[] first(ByteOrder order) {
    byte[] image = new byte[8192];
    new Random(1).nextBytes(image);
    ByteBuffer fields = ByteBuffer.wrap(image).order(order);
    fields.put(0, new byte[SUPERBLOCK]).putInt(0, 0x73717368).putInt(4, 2).putInt(8, 8192);
    fields.putInt(12, 8180).putInt(16, 8184).putInt(20, 7000).putInt(24, 8000);
    fields.putShort(28, (short) 1).putShort(32, (short) (1 << 14)).putShort(34, (short) 14);
    return image;
  }

  private static byte[] big() {
    byte[] big = new byte[2 * BLOCK + BLOCK / 2];
    for (int i = 0; i < big.length; i++) {
      big[i] = (byte) (i / 7 % 50 + '0');
    }
    return big;
  }

  /** Fields of bits in either order. */
  private final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int held;
    private int count;

    Bits put(long value, int bits) {
      for (int i = 0; i < bits; i++) {
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        int bit = (int) (value >> (little ? i : bits - 1 - i)) & 1;
        held |= bit << (little ? count : 7 - count);
        if (++count == 8) {
          bytes.write(held);
          held = 0;
          count = 0;
        }
      }
      return this;
    }

    Bits put(byte[] text) {
      bytes.writeBytes(text);
      return this;
    }

    int size() {
      return bytes.size();
    }
  }

  private boolean isThird() {
    return version == 3;
  }

  private Bits base(Bits out, int type, int mode) {
    // Second user; group as the user.
    out.put(type, 4).put(mode, 12).put(1, 8).put(255, 8);
    return isThird() ? out.put(0, 32).put(7, 32) : out;
  }

  private Bits links(Bits out) {
    return isThird() ? out.put(1, 32) : out;
  }

  private void file(Bits out, long start, int fragment, int size, int... blocks) {
    base(out, 2, 0640);
    if (isThird()) {
      out.put(start, 64);
    } else {
      out.put(0, 32).put(start, 32);
    }
    out.put(fragment, 32).put(0, 32).put(size, 32);
    for (int block : blocks) {
      out.put(block, 32);
    }
  }

  private void directory(Bits out, int offset, int size) {
    links(base(out, 1, 0755)).put(size + 3, 19).put(offset, 13);
    if (isThird()) {
      out.put(0, 32).put(1, 32);
    } else {
      out.put(0, 32).put(0, 24);
    }
  }

  private void entry(Bits out, String name, int type, int offset) {
    out.put(offset, 13).put(type, 3).put(name.length() - 1, 8);
    if (isThird()) {
      out.put(0, 16);
    }
    out.put(name.getBytes(StandardCharsets.US_ASCII));
  }

  private void run(Bits out, int entries) {
    out.put(entries - 1, 8).put(0, isThird() ? 32 : 24);
    if (isThird()) {
      out.put(7, 32);
    }
  }

  private int data(byte[] content) {
    byte[] packed = compressor.apply(content);
    image.writeBytes(packed);
    return packed.length;
  }

  private int metadata(Bits table) {
    int at = image.size();
    byte[] packed = compressor.apply(table.bytes.toByteArray());
    image.writeBytes(new Bits().put(packed.length, 16).bytes.toByteArray());
    image.writeBytes(packed);
    return at;
  }

  private byte[] forge() {
    image.writeBytes(new byte[SUPERBLOCK]);
    int big = image.size();
    int[] blocks = new int[3];
    for (int i = 0; i < 3; i++) {
      int end = Math.min(BIG.length, (i + 1) * BLOCK);
      blocks[i] = data(Arrays.copyOfRange(BIG, i * BLOCK, end));
    }
    int fragmentAt = image.size();
    int fragmentSize = data(PASSWD);

    Bits inodes = new Bits();
    int[] at = new int[6];
    file(inodes, 0, 0, PASSWD.length);
    at[1] = inodes.size();
    file(inodes, big, NO_FRAGMENT, BIG.length, blocks);
    at[2] = inodes.size();
    links(base(inodes, 3, 0777)).put(6, 16).put("passwd".getBytes(StandardCharsets.US_ASCII));
    at[3] = inodes.size();
    links(base(inodes, 5, 0600)).put(1 << 8 | 3, 16);
    Bits listing = new Bits();
    run(listing, 4);
    entry(listing, "big", 2, at[1]);
    entry(listing, "link", 3, at[2]);
    entry(listing, "null", 5, at[3]);
    entry(listing, "passwd", 2, at[0]);
    int listed = listing.size();
    at[4] = inodes.size();
    directory(inodes, 0, listed);
    run(listing, 1);
    entry(listing, "etc", 1, at[4]);
    at[5] = inodes.size();
    directory(inodes, listed, listing.size() - listed);

    int inodeTable = metadata(inodes);
    int directoryTable = metadata(listing);
    Bits fragment = new Bits().put(fragmentAt, isThird() ? 64 : 32).put(fragmentSize, 32);
    int fragmentBlock = metadata(isThird() ? fragment.put(0, 32) : fragment);
    int fragmentTable = image.size();
    image.writeBytes(new Bits().put(fragmentBlock, isThird() ? 64 : 32).bytes.toByteArray());
    int users = image.size();
    image.writeBytes(new Bits().put(0, 32).put(1000, 32).bytes.toByteArray());
    return superblock(at[5], users, inodeTable, directoryTable, fragmentTable);
  }

  private byte[] superblock(
      int root, int users, int inodeTable, int directoryTable, int fragmentTable) {
    byte[] bytes = image.toByteArray();
    ByteBuffer out = ByteBuffer.wrap(bytes).order(order);
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    out.put(0, (little ? "hsqs" : "sqsh").getBytes(StandardCharsets.US_ASCII));
    out.putInt(4, 6).putShort(28, (short) version).putShort(34, (short) 12);
    out.put(37, (byte) 2).putLong(43, root).putInt(51, BLOCK).putInt(55, 1);
    int[] tables = {bytes.length, users, users, inodeTable, directoryTable};
    for (int i = 0; i < tables.length; i++) {
      if (isThird()) {
        out.putLong(63 + 8 * i, tables[i]);
      } else {
        out.putInt(8 + 4 * i, tables[i]);
      }
    }
    if (isThird()) {
      out.putLong(103, fragmentTable);
    } else {
      out.putInt(59, fragmentTable);
    }
    return bytes;
  }
}
