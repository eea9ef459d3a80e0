package dev.assay.feed.source;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.util.ArrayList;
import java.util.List;

/** Keeps what sources tell. */
final class Collected implements Intake {
  final List<Vulnerability> flaws = new ArrayList<>();
  final List<Statement> statements = new ArrayList<>();

  @Override
  public void take(Vulnerability vulnerability) {
    flaws.add(vulnerability);
  }

  @Override
  public void take(Statement statement) {
    statements.add(statement);
  }
}
