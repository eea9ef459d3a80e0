package dev.assay.inspect.packages;

import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.sqlite.SqliteInMemory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rpm's SQLite database in memory: table {@code Packages}, one header blob a package. A
 * database is a program of its maker's choice (views, generated columns, pages that repeat), so its
 * table must be a plain one and the work is counted.
 */
public final class RpmDatabaseInspector implements ContentInspector<RpmDatabaseFacts> {
  private static final String MARKER = "hnum";
  private static final int LARGEST = 64 << 20;
  private static final int MOST_PACKAGES = 100_000;

  /** In tens of thousands of instructions of SQLite; reading a package takes some ten. */
  private static final int MOST_STEPS = 1_000;

  @Override
  public Class<RpmDatabaseFacts> facts() {
    return RpmDatabaseFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public List<String> markers() {
    return List.of(MARKER);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return markers.contains(MARKER)
        && content.size() <= LARGEST
        && content.has(0, SqliteInMemory.MAGIC);
  }

  @Override
  public Optional<RpmDatabaseFacts> inspect(Bytes content) {
    List<RpmPackage> packages = new ArrayList<>();
    try (Connection connection = SqliteInMemory.open(content.toArray(LARGEST), MOST_STEPS)) {
      return read(connection, packages);
    } catch (SQLException e) {
      return Optional.of(new RpmDatabaseFacts(List.copyOf(packages), message(e)));
    }
  }

  private static Optional<RpmDatabaseFacts> read(Connection connection, List<RpmPackage> packages)
      throws SQLException {
    int unreadable = 0;
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery(
              "SELECT type, sql FROM sqlite_schema WHERE name = 'Packages' COLLATE NOCASE")) {
        if (!table.next()) {
          return Optional.empty();
        }
        if (!"table".equals(table.getString(1)) || !isPlain(table.getString(2))) {
          return failed(packages, "`Packages` is not the plain table that rpm makes");
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT hnum, blob FROM Packages ORDER BY hnum")) {
        while (rows.next()) {
          if (packages.size() + unreadable >= MOST_PACKAGES) {
            return failed(packages, "more than " + MOST_PACKAGES + " packages");
          }
          byte[] blob = rows.getBytes(2);
          Optional<RpmHeader> tags = blob == null ? Optional.empty() : RpmHeader.read(blob);
          tags.ifPresent(each -> packages.add(described(each)));
          unreadable += tags.isEmpty() ? 1 : 0;
        }
      }
    }
    return unreadable == 0
        ? Optional.of(new RpmDatabaseFacts(List.copyOf(packages), ""))
        : failed(packages, unreadable + " package headers do not hold together");
  }

  /**
   * {@code CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,blob BLOB NOT NULL)}.
   */
  private static boolean isPlain(String sql) {
    return sql != null && sql.matches("CREATE TABLE [^()]*\\([^()]*\\)\\s*");
  }

  private static Optional<RpmDatabaseFacts> failed(List<RpmPackage> packages, String why) {
    return Optional.of(new RpmDatabaseFacts(List.copyOf(packages), why));
  }

  private static String message(SQLException e) {
    String message = e.getMessage();
    return message == null ? "SQLite error " + e.getErrorCode() : message;
  }

  private static RpmPackage described(RpmHeader header) {
    return new RpmPackage(
        facts(header), header.all(RpmHeader.REQUIRES), header.all(RpmHeader.PROVIDES));
  }

  private static PackageFacts facts(RpmHeader header) {
    String epoch = header.text(RpmHeader.EPOCH);
    String license = header.text(RpmHeader.LICENSE);
    return new PackageFacts(
        header.text(RpmHeader.NAME),
        (epoch.isEmpty() || epoch.equals("0") ? "" : epoch + ":")
            + header.text(RpmHeader.VERSION)
            + "-"
            + header.text(RpmHeader.RELEASE),
        header.text(RpmHeader.ARCH),
        header.text(RpmHeader.SOURCE),
        header.text(RpmHeader.VENDOR),
        "rpm",
        "installed",
        header.text(RpmHeader.GROUP),
        List.of(),
        license.isEmpty() ? List.of() : List.of(license),
        List.of());
  }
}
