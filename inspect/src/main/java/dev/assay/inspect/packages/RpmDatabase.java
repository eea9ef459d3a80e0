package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** rpm's SQLite database in the places where distributions keep it. */
final class RpmDatabase {
  private static final List<String> FILES =
      List.of(
          "var/lib/rpm/rpmdb.sqlite",
          "usr/lib/sysimage/rpm/rpmdb.sqlite",
          "usr/share/rpm/rpmdb.sqlite");

  private RpmDatabase() {}

  /** What was read, and why not all was. */
  record Read(List<Installed> installed, Optional<String> failure, String path) {}

  static Read read(Root root) {
    for (String path : FILES) {
      Optional<Node> node = root.node(path).filter(Node::isFile);
      if (node.isPresent()) {
        return read(node.get(), root.node(path + "-wal").map(Node::size).orElse(0L));
      }
    }
    return new Read(List.of(), Optional.empty(), "");
  }

  /**
   * @param log bytes of the write-ahead log beside it
   */
  private static Read read(Node node, long log) {
    Optional<RpmDatabaseFacts> facts = node.facts(RpmDatabaseFacts.class);
    List<Installed> installed = new ArrayList<>();
    facts.ifPresent(
        read ->
            read.packages()
                .forEach(
                    each ->
                        installed.add(
                            new Installed(
                                each.facts(),
                                Evidence.whole(
                                    node.path(),
                                    "row " + (installed.size() + 1) + ": " + each.facts().name()),
                                node.path(),
                                Relations.ofNames(each.requires(), each.provides())))));
    String why =
        facts
            .map(RpmDatabaseFacts::failure)
            .orElse("it is no SQLite database, or larger than is read");
    if (why.isEmpty() && log > 0) {
      why = "its write-ahead log of " + log + " bytes may hold changes and is not read";
    }
    return new Read(
        installed,
        why.isEmpty() ? Optional.empty() : Optional.of("rpm database cannot be read: " + why),
        node.path());
  }
}
