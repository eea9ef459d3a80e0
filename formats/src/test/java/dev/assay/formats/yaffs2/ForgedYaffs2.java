package dev.assay.formats.yaffs2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes pages as mkyaffs2image and the driver do; no writer is packaged. */
public final class ForgedYaffs2 {
  private final int pageSize;
  private final int spareSize;
  private final int tagsAt;
  private final ByteOrder order;
  private final ByteArrayOutputStream image = new ByteArrayOutputStream();
  private int sequence = 0x1000;

  public ForgedYaffs2(int pageSize, int spareSize, int tagsAt, ByteOrder order) {
    this.pageSize = pageSize;
    this.spareSize = spareSize;
    this.tagsAt = tagsAt;
    this.order = order;
    header(1, 3, 1, "", 0040755, 0);
  }

  public ForgedYaffs2() {
    this(2048, 64, 0, ByteOrder.LITTLE_ENDIAN);
  }

  /** What follows is in a block with that sequence number. */
  ForgedYaffs2 block(int number) {
    sequence = number;
    return this;
  }

  ForgedYaffs2 header(int object, int type, int directory, String name, int mode, long size) {
    return header(object, fields(type, directory, name, mode, size));
  }

  ForgedYaffs2 symlink(int object, int directory, String name, String target) {
    ByteBuffer page = fields(2, directory, name, 0120777, 0);
    page.put(300, target.getBytes(StandardCharsets.UTF_8));
    return header(object, page);
  }

  ForgedYaffs2 hardlink(int object, int directory, String name, int same) {
    ByteBuffer page = fields(4, directory, name, 0, 0);
    page.putInt(296, same);
    return header(object, page);
  }

  ForgedYaffs2 device(int object, int directory, String name, int mode, int number) {
    ByteBuffer page = fields(5, directory, name, mode, 0);
    page.putInt(460, number);
    return header(object, page);
  }

  ForgedYaffs2 cut(int object, int directory, String name, long size) {
    ByteBuffer page = fields(1, directory, name, 0100644, size);
    page.putInt(508, 1);
    return header(object, page);
  }

  public ForgedYaffs2 file(int object, int directory, String name, int mode, byte[] content) {
    header(object, 1, directory, name, mode, content.length);
    for (int at = 0; at < content.length; at += pageSize) {
      int end = Math.min(content.length, at + pageSize);
      data(object, at / pageSize + 1, Arrays.copyOfRange(content, at, end));
    }
    return this;
  }

  ForgedYaffs2 data(int object, int chunk, byte[] content) {
    byte[] page = Arrays.copyOf(content, pageSize);
    Arrays.fill(page, content.length, pageSize, (byte) -1);
    return write(page, object, chunk, content.length);
  }

  /** A header whose tags repeat type and directory, as later drivers write. */
  ForgedYaffs2 extended(int object, int type, int directory, String name, int mode, long size) {
    ByteBuffer page = fields(type, directory, name, mode, size);
    return write(page.array(), object | type << 28, 0x8000_0000 | directory, (int) size);
  }

  ForgedYaffs2 erased(int pages) {
    byte[] empty = new byte[(pageSize + spareSize) * pages];
    Arrays.fill(empty, (byte) -1);
    image.writeBytes(empty);
    return this;
  }

  public byte[] toBytes() {
    return image.toByteArray();
  }

  private ByteBuffer fields(int type, int directory, String name, int mode, long size) {
    byte[] page = new byte[pageSize];
    Arrays.fill(page, (byte) -1);
    Arrays.fill(page, 10, 268, (byte) 0);
    Arrays.fill(page, 300, 460, (byte) 0);
    ByteBuffer fields = ByteBuffer.wrap(page).order(order);
    fields.putInt(0, type).putInt(4, directory).put(10, name.getBytes(StandardCharsets.UTF_8));
    fields.putInt(268, mode).putInt(272, 0).putInt(276, 0);
    if (type == 1) {
      fields.putInt(292, (int) size);
    }
    return fields;
  }

  private ForgedYaffs2 header(int object, ByteBuffer page) {
    return write(page.array(), object, 0, 0xFFFF);
  }

  private ForgedYaffs2 write(byte[] page, int object, int chunk, int bytes) {
    byte[] spare = new byte[spareSize];
    Arrays.fill(spare, (byte) -1);
    ByteBuffer.wrap(spare)
        .order(order)
        .putInt(tagsAt, sequence)
        .putInt(tagsAt + 4, object)
        .putInt(tagsAt + 8, chunk)
        .putInt(tagsAt + 12, bytes);
    image.writeBytes(page);
    image.writeBytes(spare);
    return this;
  }
}
