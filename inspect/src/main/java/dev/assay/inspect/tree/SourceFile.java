package dev.assay.inspect.tree;

import dev.assay.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small file of the product that an inspector reads: configuration, lists, scripts.
 *
 * @param cutFiles what is told of the files of its root
 * @param partOf the files that include it
 */
public record SourceFile(Node node, byte[] bytes, CutFiles cutFiles, List<Node> partOf) {
  SourceFile(Node node, byte[] bytes, CutFiles cutFiles) {
    this(node, bytes, cutFiles, List.of());
  }

  /** A file by itself, in no root. */
  public SourceFile(Node node, byte[] bytes) {
    this(node, bytes, new CutFiles());
  }

  /** This file as what another includes. */
  public SourceFile in(SourceFile whole) {
    List<Node> all = Stream.concat(partOf.stream(), Stream.of(whole.node)).distinct().toList();
    return new SourceFile(node, bytes, cutFiles, all);
  }

  /**
   * Tells that it holds more than is looked at, as in {@code more than 500 accounts}: every fact of
   * the components that come from it, or from a file that includes it, is then unknown.
   */
  public void cut(String more) {
    cutFiles.add(node, more);
    partOf.forEach(whole -> cutFiles.add(whole, "in " + node.path() + " " + more));
  }

  /** One line without its end, numbered from 1. */
  public record Line(int number, String text) {}

  public String path() {
    return node.path();
  }

  /** The whole file as UTF-8; invalid sequences become U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Its lines; {@code \n}, {@code \r\n} end a line. */
  public List<Line> lines() {
    String text = text();
    List<Line> lines = new ArrayList<>();
    int start = 0;
    int number = 1;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      int cut = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
      lines.add(new Line(number++, text.substring(start, cut)));
      start = stop + 1;
    }
    return lines;
  }

  /** Evidence on a line; the excerpt is cut to 200 characters. */
  public Evidence at(Line line) {
    String text = line.text().strip();
    return Evidence.line(
        path(), line.number(), text.length() <= 200 ? text : text.substring(0, 200) + "…");
  }

  public Evidence whole(String excerpt) {
    return Evidence.whole(path(), excerpt);
  }
}
