package dev.assay.compare.change.media;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pictures of a file, decoded by the JDK: nothing is shown, nothing is put on the disk. */
final class Pixels {
  private static final int LARGEST_FILE = 16 << 20;

  /** Pixels of all pictures of a file together, each of up to eight bytes. */
  private static final int MOST = 4_000_000;

  private static final int MOST_PICTURES = 64;

  private Pixels() {}

  /**
   * Each picture, the first one first.
   *
   * @param format as ImageIO names it: {@code png}
   * @throws Malformed where there are none that can be decoded, or too large ones
   */
  static List<BufferedImage> of(String format, Bytes content) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new Malformed("picture.format", -1, "nothing decodes " + format);
    }
    ImageReader reader = readers.next();
    byte[] bytes = content.toArray(LARGEST_FILE);
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, false, true);
      return decoded(reader);
    } catch (IOException | RuntimeException damaged) {
      // What the decoder makes of a damaged picture is any of these.
      throw new Malformed("picture.damaged", -1, "cannot be decoded");
    } finally {
      reader.dispose();
    }
  }

  private static List<BufferedImage> decoded(ImageReader reader) throws IOException {
    int count = reader.getNumImages(true);
    if (count < 1 || count > MOST_PICTURES) {
      throw new IOException("none, or too many");
    }
    List<BufferedImage> pictures = new ArrayList<>();
    long pixels = 0;
    for (int i = 0; i < count; i++) {
      pixels += (long) reader.getWidth(i) * reader.getHeight(i);
      if (pixels > MOST) {
        throw new IOException("too large");
      }
      pictures.add(reader.read(i));
    }
    return pictures;
  }
}
