package dev.assay.compare.change.data;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.sqlite.SqliteInMemory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings, schema and rows of SQLite databases, by table. */
public final class SqliteChanges implements Change {
  private static final int MAX = 64 << 20;
  private static final int LONGEST = 300;
  private static final int MOST_ROWS = 100_000;

  /** In tens of thousands of SQLite's instructions. */
  private static final int MOST_STEPS = 5_000;

  private static final List<String> SETTINGS =
      List.of("user_version", "application_id", "encoding", "page_size", "auto_vacuum");

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.equals("application/vnd.sqlite3") && left.size() <= MAX && right.size() <= MAX;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    Side before = Side.read(left);
    Side after = Side.read(right);
    List<Aspect> found = new ArrayList<>();
    Sets.values("setting", before.settings, after.settings, most, found);
    Sets.values("schema", before.schema, after.schema, most, found);
    TreeSet<String> tables = new TreeSet<>(before.rows.keySet());
    tables.addAll(after.rows.keySet());
    for (String table : tables) {
      Sets.members(
          "row of " + table,
          before.rows.getOrDefault(table, List.of()),
          after.rows.getOrDefault(table, List.of()),
          most,
          found);
    }
    return found;
  }

  /** What one side holds. */
  private static final class Side {
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> schema = new TreeMap<>();
    private final Map<String, List<String>> rows = new TreeMap<>();
    private int count;

    static Side read(Bytes content) {
      Side side = new Side();
      try (Connection connection = SqliteInMemory.open(content.toArray(MAX), MOST_STEPS);
          Statement statement = connection.createStatement()) {
        side.read(statement);
        return side;
      } catch (SQLException e) {
        throw new Malformed("sqlite.damaged", -1, "cannot be read as a database");
      }
    }

    private void read(Statement statement) throws SQLException {
      for (String setting : SETTINGS) {
        try (ResultSet value = statement.executeQuery("PRAGMA " + setting)) {
          settings.put(setting, value.next() ? String.valueOf(value.getString(1)) : "");
        }
      }
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery("SELECT type, name, sql, rootpage FROM sqlite_schema")) {
        while (row.next()) {
          String name = String.valueOf(row.getString(2));
          schema.put(row.getString(1) + " " + name, String.valueOf(row.getString(3)));
          // What is virtual has no pages, and its tables are there as well.
          if ("table".equals(row.getString(1)) && row.getLong(4) > 0) {
            tables.add(name);
          }
        }
      }
      for (String table : tables) {
        rows(statement, table);
      }
    }

    private void rows(Statement statement, String table) throws SQLException {
      List<String> columns = columns(statement, table);
      if (columns.isEmpty()) {
        return;
      }
      List<String> found = new ArrayList<>();
      String all = String.join(", ", columns.stream().map(Side::quoted).toList());
      try (ResultSet row = statement.executeQuery("SELECT " + all + " FROM " + quoted(table))) {
        while (row.next()) {
          if (++count > MOST_ROWS) {
            throw new Malformed("sqlite.rows", -1, "more than " + MOST_ROWS + " rows");
          }
          found.add(shown(row, columns));
        }
      }
      rows.put(table, found);
    }

    /** Without generated ones, which are programs. */
    private static List<String> columns(Statement statement, String table) throws SQLException {
      List<String> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery("PRAGMA table_xinfo(" + quoted(table) + ")")) {
        while (row.next()) {
          if (row.getInt("hidden") == 0) {
            found.add(row.getString("name"));
          }
        }
      }
      return found;
    }

    private static String quoted(String name) {
      return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String shown(ResultSet row, List<String> columns) throws SQLException {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(columns.get(i)).append('=');
        text.append(
            switch (row.getObject(i + 1)) {
              case null -> "NULL";
              case byte[] blob -> Crc.sized(Bytes.of(blob));
              case String string -> "'" + string + "'";
              case Object number -> number.toString();
            });
      }
      return text.length() <= LONGEST
          ? text.toString()
          : text.substring(0, LONGEST) + "… " + Crc.of(Bytes.of(text.toString()));
    }
  }
}
