package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** rpm's SQLite database, read in memory: table {@code Packages}, one header blob a package. */
final class RpmDatabase {
  static final List<String> FILES =
      List.of(
          "var/lib/rpm/rpmdb.sqlite",
          "usr/lib/sysimage/rpm/rpmdb.sqlite",
          "usr/share/rpm/rpmdb.sqlite");

  private RpmDatabase() {}

  /** What was read, or why nothing was. */
  record Read(List<Installed> installed, Optional<String> failure, Optional<SourceFile> file) {}

  static Read read(Root root) {
    for (String path : FILES) {
      Optional<SourceFile> file = root.file(path);
      if (file.isPresent()) {
        return read(file.get());
      }
    }
    return new Read(List.of(), Optional.empty(), Optional.empty());
  }

  private static Read read(SourceFile file) {
    List<Installed> installed = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.unwrap(SQLiteConnection.class).deserialize("main", file.bytes());
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT hnum, blob FROM Packages ORDER BY hnum")) {
        while (rows.next()) {
          byte[] blob = rows.getBytes(2);
          if (blob != null) {
            RpmHeader.read(blob)
                .ifPresent(tags -> installed.add(installed(tags, file, installed.size())));
          }
        }
      }
      return new Read(installed, Optional.empty(), Optional.of(file));
    } catch (SQLException e) {
      return new Read(
          installed,
          Optional.of("rpm database cannot be read: " + e.getMessage()),
          Optional.of(file));
    }
  }

  private static Installed installed(Map<Integer, String> tags, SourceFile file, int row) {
    String name = tags.getOrDefault(RpmHeader.NAME, "");
    String epoch = tags.getOrDefault(RpmHeader.EPOCH, "");
    PackageFacts facts =
        new PackageFacts(
            name,
            (epoch.isEmpty() || epoch.equals("0") ? "" : epoch + ":")
                + tags.getOrDefault(RpmHeader.VERSION, "")
                + "-"
                + tags.getOrDefault(RpmHeader.RELEASE, ""),
            tags.getOrDefault(RpmHeader.ARCH, ""),
            tags.getOrDefault(RpmHeader.SOURCE, ""),
            tags.getOrDefault(RpmHeader.VENDOR, ""),
            "rpm",
            "installed",
            tags.getOrDefault(RpmHeader.GROUP, ""),
            List.of());
    return new Installed(
        facts, Evidence.whole(file.path(), "row " + (row + 1) + ": " + name), file.path());
  }
}
