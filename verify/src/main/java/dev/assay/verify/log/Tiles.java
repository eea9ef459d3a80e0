package dev.assay.verify.log;

import java.util.Locale;

/** Where tiles lie. */
public final class Tiles {
  /** Hashes in a full tile. */
  public static final int WIDTH = 256;

  public static final String ENTRIES = "entries";

  private Tiles() {}

  /**
   * The path of a tile below the log's folder.
   *
   * @param level 0 and up, or {@link #ENTRIES}
   * @param index of the tile
   * @param width hashes in it, at most {@link #WIDTH}
   */
  public static String path(String level, int index, int width) {
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (int rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return "tile/" + level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
  }

  /** The width of a tile of a level that has so many hashes. */
  public static int width(int index, int hashes) {
    return Math.min(WIDTH, hashes - index * WIDTH);
  }
}
