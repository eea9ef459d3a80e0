package dev.assay.catalogue.source;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an expression as a reader of one case wants it: columns replaced by the row's values.
 */
final class RowText {
  /** A string literal, left as it is, or a column. */
  private static final Pattern PART =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\brow\\.([A-Za-z][A-Za-z0-9_]*)");

  private RowText() {}

  static String fill(String expression, Map<String, String> row) {
    return PART.matcher(expression)
        .replaceAll(
            part -> {
              String value = part.group(1) == null ? null : row.get(part.group(1));
              return Matcher.quoteReplacement(value == null ? part.group() : quote(value));
            });
  }

  private static String quote(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
