package dev.assay.report.html;

import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.html.Page.TileView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The treemap's rectangles: area is size, shade is risk. */
final class TileViews {
  static final int WIDTH = 1000;
  static final int HEIGHT = 380;
  private static final int MOST = 260;
  private static final double CHARACTER = 6.1;

  /** Copies of a library lie in other components, whose bytes they do not take. */
  private static final String COPIES = "library-copies";

  private TileViews() {}

  private record Sized(Overview.Ranked ranked, long size) {}

  static List<TileView> of(Overview overview) {
    Map<String, Long> sizes = new HashMap<>();
    for (Artifact artifact : overview.evaluation().artifacts()) {
      sizes.put(artifact.path(), artifact.size());
    }
    // An artifact that several components share, such as a bundle of certificates, is divided among
    // them.
    Map<String, Integer> sharers = new HashMap<>();
    List<Overview.Ranked> own =
        overview.riskiest().stream()
            .filter(ranked -> !ranked.component().kind().equals(COPIES))
            .toList();
    for (Overview.Ranked ranked : own) {
      ranked.component().artifacts().forEach(path -> sharers.merge(path, 1, Integer::sum));
    }
    List<Sized> sized = new ArrayList<>();
    for (Overview.Ranked ranked : own) {
      long size =
          ranked.component().artifacts().stream()
              .mapToLong(a -> sizes.getOrDefault(a, 0L) / Math.max(1, sharers.getOrDefault(a, 1)))
              .sum();
      sized.add(new Sized(ranked, size));
    }
    // The riskiest and the largest; a thousand specks would show nothing.
    List<Treemap.Weighted<Sized>> items =
        sized.stream()
            .sorted(
                Comparator.comparing((Sized s) -> -weight(s) * (1 + s.ranked().risk().score()))
                    .thenComparing(s -> s.ranked().component().id()))
            .limit(MOST)
            .map(s -> new Treemap.Weighted<>(s, weight(s)))
            .toList();
    return Treemap.layout(items, WIDTH, HEIGHT).stream().map(TileViews::view).toList();
  }

  static String note(Overview overview, int shown) {
    int all = overview.riskiest().size();
    return shown == all
        ? Plain.count(all, "component", "components") + "."
        : "The " + shown + " largest and riskiest of " + all + " components.";
  }

  /** Square root, so that a kernel does not hide everything else. */
  private static double weight(Sized sized) {
    return Math.sqrt(sized.size() + 1024.0);
  }

  private static TileView view(Treemap.Tile<Sized> tile) {
    Component component = tile.item().ranked().component();
    int score = tile.item().ranked().risk().score();
    String label =
        Plain.line(component.name())
            + ", "
            + component.kind()
            + ", "
            + Plain.bytes(tile.item().size())
            + ", risk "
            + score
            + ", tier "
            + tile.item().ranked().risk().tier();
    int room = (int) ((tile.width() - 10) / CHARACTER);
    boolean named = room >= 4 && tile.height() >= 18;
    return new TileView(
        level(score),
        label,
        one(tile.x()),
        one(tile.y()),
        one(tile.width()),
        one(tile.height()),
        named ? Plain.cut(Plain.line(component.name()), room) : "",
        one(tile.x() + 5),
        one(tile.y() + 14),
        named && tile.height() >= 32 ? Integer.toString(score) : "",
        one(tile.y() + 27));
  }

  private static int level(int score) {
    return score >= 50 ? 4 : score >= 35 ? 3 : score >= 22 ? 2 : score >= 10 ? 1 : 0;
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
