package dev.assay.catalogue.source;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${column}} with a row's values; {@code $${x}} stands for {@code ${x}} itself. Single
 * cases stay as they are.
 */
final class Template {
  private static final Pattern HOLE = Pattern.compile("(\\$?)\\$\\{([^}]*)\\}");

  private final Map<String, String> row;
  private final boolean filling;
  private final Set<String> missing = new TreeSet<>();

  private Template(Map<String, String> row, boolean filling) {
    this.row = row;
    this.filling = filling;
  }

  static Template none() {
    return new Template(Map.of(), false);
  }

  static Template of(Map<String, String> row) {
    return new Template(row, true);
  }

  Map<String, String> row() {
    return row;
  }

  String fill(String text) {
    if (!filling || text.indexOf("${") < 0) {
      return text;
    }
    return HOLE.matcher(text)
        .replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1), hole.group(2))));
  }

  /** Columns that were asked for and do not exist. */
  Set<String> missing() {
    return missing;
  }

  private String value(String escape, String column) {
    if (!escape.isEmpty()) {
      return "${" + column + "}";
    }
    String value = row.get(column);
    if (value == null) {
      missing.add(column);
      return "";
    }
    return value;
  }
}
