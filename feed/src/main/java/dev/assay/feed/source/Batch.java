package dev.assay.feed.source;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.util.ArrayList;
import java.util.List;

/** What one record says; handed on only when the whole record was understood. */
final class Batch {
  final List<Vulnerability> vulnerabilities = new ArrayList<>();
  final List<Statement> statements = new ArrayList<>();
  private String id = "";
  private final List<String> leftOut = new ArrayList<>();
  private boolean withdrawn;

  /** Tells which record it is, for messages, as soon as that is known. */
  void named(String newId) {
    id = newId;
  }

  String id() {
    return id;
  }

  void add(Vulnerability vulnerability) {
    vulnerabilities.add(vulnerability);
  }

  void add(Statement statement) {
    statements.add(statement);
  }

  /** A part of the record that says nothing usable while the rest does; it is told, not hidden. */
  void leaveOut(String reason) {
    leftOut.add(reason);
  }

  List<String> leftOut() {
    return leftOut;
  }

  /** The source itself took the record back. */
  void withdraw() {
    withdrawn = true;
  }

  boolean withdrawn() {
    return withdrawn;
  }
}
