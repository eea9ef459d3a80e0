package dev.assay.compare.change.media;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of an icon of Windows: each a PNG, or a bitmap without its file header whose height
 * counts the mask behind it as well. The mask is not applied.
 */
public final class IconPictures {
  private static final int HEADER = 6;
  private static final int ENTRY = 16;
  private static final int FILE_HEADER = 14;
  private static final int BITMAP_HEADER = 40;
  private static final int LARGEST = 4 << 20;
  private static final int MOST = 32;

  private IconPictures() {}

  /**
   * @throws Malformed where one cannot be decoded
   */
  public static List<BufferedImage> of(Bytes content) {
    int count = content.block(0, HEADER).u16le(4);
    if (count > MOST) {
      throw new Malformed("icon.count", 4, "more than " + MOST + " pictures; not decoded");
    }
    List<BufferedImage> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Block entry = content.block(HEADER + (long) i * ENTRY, ENTRY);
      Bytes picture = content.slice(entry.u32le(12), entry.u32le(8));
      pictures.addAll(
          picture.has(0, (byte) 0x89, (byte) 'P')
              ? Pixels.of("png", picture)
              : Pixels.of("bmp", bitmap(picture)));
    }
    return pictures;
  }

  private static Bytes bitmap(Bytes picture) {
    Block head = picture.block(0, BITMAP_HEADER);
    int depth = head.u16le(14);
    long used = head.u32le(32);
    long colours = depth > 8 ? 0 : used == 0 ? 1L << depth : used;
    byte[] all = picture.toArray(LARGEST);
    ByteBuffer file = ByteBuffer.allocate(FILE_HEADER + all.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0);
    file.putInt((int) (FILE_HEADER + BITMAP_HEADER + 4 * colours));
    file.put(all);
    file.putInt(FILE_HEADER + 8, head.i32le(8) / 2);
    return Bytes.of(file.array());
  }
}
