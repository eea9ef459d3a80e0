package dev.assay.inspect.packages;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Control-file paragraphs: {@code Key: value} lines, blank lines between (deb-control(5)).
 * Continuation lines are appended.
 */
final class Stanzas {
  private Stanzas() {}

  /**
   * One paragraph.
   *
   * @param first its first line, for evidence
   */
  record Stanza(Line first, Map<String, String> fields) {
    String get(String key) {
      return fields.getOrDefault(key, "");
    }
  }

  static List<Stanza> of(SourceFile file) {
    List<Stanza> stanzas = new ArrayList<>();
    each(file, stanzas::add);
    return stanzas;
  }

  private static void each(SourceFile file, Consumer<Stanza> taker) {
    Map<String, String> fields = new LinkedHashMap<>();
    Line first = new Line(1, "");
    String key = "";
    for (Line line : file.lines()) {
      String text = line.text();
      if (text.isBlank()) {
        if (!fields.isEmpty()) {
          taker.accept(new Stanza(first, fields));
        }
        fields = new LinkedHashMap<>();
        key = "";
        continue;
      }
      int colon = text.indexOf(':');
      if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
        if (!key.isEmpty()) {
          fields.merge(key, text.strip(), (before, more) -> before + "\n" + more);
        }
      } else if (colon > 0) {
        if (fields.isEmpty()) {
          first = line;
        }
        key = text.substring(0, colon);
        fields.put(key, text.substring(colon + 1).strip());
      }
    }
    if (!fields.isEmpty()) {
      taker.accept(new Stanza(first, fields));
    }
  }
}
