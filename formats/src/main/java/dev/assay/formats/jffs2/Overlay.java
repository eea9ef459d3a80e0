package dev.assay.formats.jffs2;

import dev.assay.formats.jffs2.JffsContent.Node;
import java.util.Map;
import java.util.TreeMap;

/** Which node shows at each place of a file, when later ones lie over earlier ones. */
final class Overlay {
  private record Shown(long end, Node node) {}

  private final TreeMap<Long, Shown> byStart = new TreeMap<>();

  /** Lays a node over all before. */
  void put(Node node) {
    if (node.length() == 0) {
      return;
    }
    Map.Entry<Long, Shown> before = byStart.lowerEntry(node.from());
    if (before != null && before.getValue().end() > node.from()) {
      Shown cut = before.getValue();
      byStart.put(before.getKey(), new Shown(node.from(), cut.node()));
      if (cut.end() > node.end()) {
        byStart.put(node.end(), cut);
      }
    }
    Map.Entry<Long, Shown> hidden = byStart.ceilingEntry(node.from());
    while (hidden != null && hidden.getKey() < node.end()) {
      byStart.remove(hidden.getKey());
      if (hidden.getValue().end() > node.end()) {
        byStart.put(node.end(), hidden.getValue());
      }
      hidden = byStart.ceilingEntry(node.from());
    }
    byStart.put(node.from(), new Shown(node.end(), node));
  }

  /** Where the last node ends. */
  long end() {
    return byStart.isEmpty() ? 0 : byStart.lastEntry().getValue().end();
  }

  /** Takes what shows of a node. */
  interface Taker {
    void take(long from, long to, Node node);
  }

  /** What shows, from the start of the file on. */
  void forEach(Taker taker) {
    byStart.forEach((from, shown) -> taker.take(from, shown.end(), shown.node()));
  }
}
