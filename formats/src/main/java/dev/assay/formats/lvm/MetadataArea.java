package dev.assay.formats.lvm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An area of metadata: a header, and a ring of texts of which the header tells the one in force.
 */
final class MetadataArea {
  private static final int HEADER = 512;
  private static final byte[] MAGIC = " LVM2 x[5A%r0N*>".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 4 << 20;

  private MetadataArea() {}

  /**
   * The text in force; empty where the device belongs to no group.
   *
   * @throws Malformed {@code lvm.metadata} where header or text do not match their checksums
   */
  static String text(Bytes image, VolumeLabel.Area area) {
    long at = area.offset();
    Block header = image.block(at, HEADER);
    if (!image.has(at + 4, MAGIC)
        || header.i32le(0) != LvmCrc.of(header.slice(4, HEADER - 4))
        || header.i64le(24) != at) {
      throw new Malformed("lvm.metadata", at, "the header of the metadata is not sound");
    }
    long size = header.i64le(32);
    long offset = header.i64le(40);
    long length = header.i64le(48);
    if (offset == 0 || length == 0) {
      return "";
    }
    if (size < HEADER
        || offset < HEADER
        || offset >= size
        || length < 0
        || length > size - HEADER) {
      throw new Malformed("lvm.metadata", at + 40, "the text lies outside its area");
    }
    if (length > MOST) {
      throw new Malformed("lvm.metadata", at + 48, "a text of " + length + " bytes; not read");
    }
    int first = (int) Math.min(length, size - offset);
    ByteBuffer text = ByteBuffer.allocate((int) length);
    text.put(image.block(at + offset, first).bytes(0, first));
    int rest = (int) length - first;
    text.put(image.block(at + HEADER, rest).bytes(0, rest));
    Block whole = Bytes.of(text.array()).block(0, (int) length);
    if (header.i32le(56) != LvmCrc.of(whole)) {
      throw new Malformed("lvm.metadata", at + offset, "the text does not match its checksum");
    }
    return new String(text.array(), StandardCharsets.UTF_8);
  }
}
