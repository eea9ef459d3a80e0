package dev.assay.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays out weighted items as rectangles that are nearly square (Bruls, Huizing and van Wijk,
 * "Squarified Treemaps", 2000).
 */
final class Treemap {
  private Treemap() {}

  /** An item with its place; units are those of the canvas. */
  record Tile<T>(T item, double x, double y, double width, double height) {}

  /** An item with the area it asks for. */
  record Weighted<T>(T item, double weight) {}

  static <T> List<Tile<T>> layout(List<Weighted<T>> items, double width, double height) {
    List<Weighted<T>> ordered =
        items.stream()
            .filter(item -> item.weight() > 0)
            .sorted(Comparator.comparing((Weighted<T> item) -> -item.weight()))
            .toList();
    double total = ordered.stream().mapToDouble(Weighted::weight).sum();
    List<Tile<T>> tiles = new ArrayList<>();
    double scale = total == 0 ? 0 : width * height / total;
    double x = 0;
    double y = 0;
    double w = width;
    double h = height;
    int next = 0;
    while (next < ordered.size()) {
      double side = Math.min(w, h);
      int end = next + 1;
      double sum = ordered.get(next).weight() * scale;
      while (end < ordered.size()) {
        double more = sum + ordered.get(end).weight() * scale;
        if (worst(ordered, next, end + 1, more, side, scale)
            > worst(ordered, next, end, sum, side, scale)) {
          break;
        }
        sum = more;
        end++;
      }
      double thickness = side == 0 ? 0 : sum / side;
      double along = 0;
      for (Weighted<T> item : ordered.subList(next, end)) {
        double length = thickness == 0 ? 0 : item.weight() * scale / thickness;
        tiles.add(
            w >= h
                ? new Tile<>(item.item(), x, y + along, thickness, length)
                : new Tile<>(item.item(), x + along, y, length, thickness));
        along += length;
      }
      if (w >= h) {
        x += thickness;
        w -= thickness;
      } else {
        y += thickness;
        h -= thickness;
      }
      next = end;
    }
    return tiles;
  }

  /** The worst aspect ratio in a row of items with the given area sum. */
  private static <T> double worst(
      List<Weighted<T>> items, int from, int to, double sum, double side, double scale) {
    double largest = items.get(from).weight() * scale;
    double smallest = items.get(to - 1).weight() * scale;
    double square = side * side;
    return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
  }
}
