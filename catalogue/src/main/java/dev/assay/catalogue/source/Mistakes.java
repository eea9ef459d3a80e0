package dev.assay.catalogue.source;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one file, under the case being read. */
final class Mistakes {
  private final String file;
  private final List<Mistake> all;
  private String id = "";

  Mistakes(String file) {
    this.file = file;
    this.all = new ArrayList<>();
  }

  String file() {
    return file;
  }

  /** From now on mistakes are of this case. */
  void within(String newId) {
    id = newId;
  }

  void add(Node where, String message) {
    add(line(where), message);
  }

  void add(int line, String message) {
    all.add(new Mistake(file, line, id, message));
  }

  void addTo(String otherFile, int line, String message) {
    all.add(new Mistake(otherFile, line, id, message));
  }

  int count() {
    return all.size();
  }

  List<Mistake> all() {
    return all;
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
