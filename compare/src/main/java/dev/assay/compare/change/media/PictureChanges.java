package dev.assay.compare.change.media;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.ValueChanges;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Names the values that differ in pictures, and which pixels of those of one size do.
 *
 * @param pictures decodes those of a file
 */
public record PictureChanges(ValueChanges values, Function<Bytes, List<BufferedImage>> pictures)
    implements Change {
  /**
   * @param format name by which the JDK knows the decoder
   */
  public PictureChanges(Values values, String format) {
    this(values, content -> Pixels.of(format, content));
  }

  /**
   * @param pictures decodes those of a file
   */
  public PictureChanges(Values values, Function<Bytes, List<BufferedImage>> pictures) {
    this(new ValueChanges(values), pictures);
  }

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return values.explains(path, type, left, right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>(values.between(left, right, most));
    try {
      pixels(pictures.apply(left), pictures.apply(right), found);
    } catch (Malformed notDecoded) {
      // The values stay.
    }
    return found;
  }

  private static void pixels(
      List<BufferedImage> left, List<BufferedImage> right, List<Aspect> into) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      String name = left.size() == 1 ? "picture" : "picture " + (i + 1);
      Difference.of(left.get(i), right.get(i)).tell(name, left.get(i), right.get(i), into);
    }
  }

  /** How many pixels differ and where: the first one, and the corners that hold all. */
  private record Difference(long count, int x, int y, int left, int top, int right, int bottom) {
    private static final Difference NONE =
        new Difference(0, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1);

    static Difference of(BufferedImage before, BufferedImage after) {
      Difference all = NONE;
      if (before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight()) {
        return all;
      }
      int width = before.getWidth();
      for (int y = 0; y < before.getHeight(); y++) {
        int[] one = before.getRGB(0, y, width, 1, null, 0, width);
        int[] two = after.getRGB(0, y, width, 1, null, 0, width);
        for (int x = 0; x < width; x++) {
          if (one[x] != two[x]) {
            all = all.with(x, y);
          }
        }
      }
      return all;
    }

    private Difference with(int px, int py) {
      return new Difference(
          count + 1,
          count == 0 ? px : x,
          count == 0 ? py : y,
          Math.min(left, px),
          Math.min(top, py),
          Math.max(right, px),
          Math.max(bottom, py));
    }

    void tell(String name, BufferedImage before, BufferedImage after, List<Aspect> into) {
      if (count > 0) {
        long pixels = (long) before.getWidth() * before.getHeight();
        String where =
            "%s, %d of %d pixels, in %d×%d at %d, %d; at %d, %d"
                .formatted(
                    name, count, pixels, right - left + 1, bottom - top + 1, left, top, x, y);
        into.add(Aspect.change(where, colour(before.getRGB(x, y)), colour(after.getRGB(x, y))));
      }
    }

    /** Alpha, red, green and blue, two digits each. */
    private static String colour(int argb) {
      return "#%08x".formatted(argb);
    }
  }
}
