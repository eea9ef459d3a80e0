package dev.assay.catalogue.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A family's table: comma-separated values with a header line (RFC 4180).
 *
 * @param columns names in the header
 */
record Table(List<String> columns, List<Row> rows) {
  /** One row's values by column. */
  record Row(int line, Map<String, String> values) {}

  static Table read(String file, String text, Mistakes mistakes) {
    Reader reader = new Reader(text);
    List<String> columns = reader.next();
    List<Row> rows = new ArrayList<>();
    while (!reader.atEnd()) {
      int line = reader.line;
      List<String> cells = reader.next();
      if (cells.equals(List.of(""))) {
        continue;
      }
      if (cells.size() != columns.size()) {
        mistakes.addTo(
            file,
            line,
            "expected "
                + columns.size()
                + " values ("
                + String.join(", ", columns)
                + "), found "
                + cells.size());
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        values.put(columns.get(i), cells.get(i));
      }
      rows.add(new Row(line, values));
    }
    for (String column : columns) {
      if (!column.matches("[A-Za-z][A-Za-z0-9_]*")) {
        mistakes.addTo(
            file, 1, "a column's name is a word of letters, digits and _, not `" + column + "`");
      }
    }
    return new Table(List.copyOf(columns), List.copyOf(rows));
  }

  private static final class Reader {
    private final String text;
    private int at;
    private int line = 1;

    Reader(String text) {
      this.text = text.replace("\r\n", "\n");
    }

    boolean atEnd() {
      return at >= text.length();
    }

    List<String> next() {
      List<String> cells = new ArrayList<>();
      do {
        cells.add(cell());
      } while (!atEnd() && text.charAt(at++) == ',');
      line++;
      return cells;
    }

    /** Stops at the comma or line end after the cell. */
    private String cell() {
      if (atEnd() || text.charAt(at) != '"') {
        int start = at;
        while (!atEnd() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
          at++;
        }
        return text.substring(start, at).strip();
      }
      StringBuilder cell = new StringBuilder();
      at++;
      while (!atEnd()) {
        char c = text.charAt(at++);
        if (c == '"' && !atEnd() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else if (c == '"') {
          break;
        } else {
          line += c == '\n' ? 1 : 0;
          cell.append(c);
        }
      }
      while (!atEnd() && text.charAt(at) == ' ') {
        at++;
      }
      return cell.toString();
    }
  }
}
