package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What databases differ in. */
class DatabasePairsTest {
  @TempDir Path dir;

  private byte[] database(String... statements) throws SQLException, IOException {
    Path file = dir.resolve("x.db");
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
    return Files.readAllBytes(file);
  }

  private static final String TABLE = "CREATE TABLE users (name TEXT, id INTEGER)";

  @Test
  void rowsAreNamedByTheirTable() throws Exception {
    byte[] left = database(TABLE, "INSERT INTO users VALUES ('a', 1), ('b', 2)");
    byte[] right = database(TABLE, "INSERT INTO users VALUES ('a', 1), ('b', 0)");
    Compared found = Compared.bytes(left, right).isDifferent();
    assertThat(found.comparison().findings().getFirst().aspects())
        .containsExactly(
            Aspect.change("row of users", "name='b', id=2", ""),
            Aspect.change("row of users", "", "name='b', id=0"));
  }

  @Test
  void aNumberIsNoText() throws Exception {
    byte[] left = database("CREATE TABLE t (x)", "INSERT INTO t VALUES (1)");
    byte[] right = database("CREATE TABLE t (x)", "INSERT INTO t VALUES ('1')");
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("row of t", "row of t");
  }

  @Test
  void schemaAndSettingsAreNamed() throws Exception {
    byte[] left = database(TABLE);
    byte[] right = database(TABLE, "CREATE INDEX i ON users (id)", "PRAGMA user_version = 7");
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("setting user_version", "schema index i");
  }

  @Test
  void howOftenItWasWrittenIsNoDifference() throws Exception {
    byte[] left = database(TABLE);
    byte[] right = left.clone();
    right[27] += 3;
    right[95] += 3;
    Compared.bytes(left, right).isEquivalentExcept(Equivalence.LAYOUT);
  }

  /** What was deleted is in no row and still in the file. */
  @Test
  void whatNoRowHoldsIsOpaqueAndHasAPlace() throws Exception {
    byte[] left =
        database(
            "PRAGMA secure_delete = OFF",
            TABLE,
            "INSERT INTO users VALUES ('a secret', 1)",
            "DELETE FROM users");
    byte[] right = left.clone();
    int at = new String(left, StandardCharsets.ISO_8859_1).indexOf("a secret");
    right[at] = 'x';
    Finding found = Compared.bytes(left, right).comparison().findings().getFirst();
    assertThat(found.outcome()).isEqualTo(Outcome.OPAQUE);
    assertThat(found.aspects()).hasSize(1);
  }

  /** A view that never ends, and a table that computes what it holds. */
  @Test
  void whatADatabaseComputesIsNotAsked() throws Exception {
    String endless =
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n";
    String computed = "CREATE TABLE t (a, b AS (hex(zeroblob(a))))";
    byte[] left = database(endless, computed, "INSERT INTO t(a) VALUES (1000000)");
    byte[] right = database(endless, computed, "INSERT INTO t(a) VALUES (1000001)");
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("row of t", "row of t");
  }

  @Test
  void whatIsDamagedIsOpaque() throws Exception {
    byte[] left = database(TABLE, "INSERT INTO users VALUES ('a', 1)");
    byte[] cut = Arrays.copyOf(left, left.length / 2);
    Compared.bytes(left, cut).isDifferent();
    byte[] overwritten = left.clone();
    Arrays.fill(overwritten, 100, 1000, (byte) 0x55);
    Compared.bytes(left, overwritten).isDifferent();
  }
}
