package dev.assay.inspect.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Opens a database that a product holds, in memory; what asking it may cost is limited. */
public final class SqliteInMemory {
  /** What a database begins with. */
  public static final String MAGIC = "SQLite format 3\0";

  /** In instructions of SQLite's machine; reading a row takes some ten. */
  private static final int STEP = 10_000;

  /** Offsets of the file format's write and read version: 2 is write-ahead log, 1 is not. */
  private static final int WRITE_VERSION = 18;

  private static final int READ_VERSION = 19;

  private SqliteInMemory() {}

  /**
   * Opens it without what a write-ahead log beside it may add. Nothing that its schema calls is
   * trusted.
   *
   * @param file all of it; may be altered
   * @param most instructions that it may take in all, in tens of thousands; what needs more fails
   */
  public static Connection open(byte[] file, int most) throws SQLException {
    if (file.length > READ_VERSION) {
      file[WRITE_VERSION] = 1;
      file[READ_VERSION] = 1;
    }
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try {
      SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
      sqlite.deserialize("main", file);
      sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, Math.max(1 << 20, file.length));
      AtomicInteger steps = new AtomicInteger();
      ProgressHandler.setHandler(
          connection,
          STEP,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return steps.incrementAndGet() > most ? 1 : 0;
            }
          });
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA trusted_schema = OFF");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
