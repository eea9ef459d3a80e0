package dev.assay.feed.store;

import dev.assay.feed.Conditions;
import dev.assay.feed.Range;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.version.VersionScheme;
import java.util.List;

/** A {@link Statement} as bytes, without its subject. */
final class StatementCodec {
  private static final List<SourceKind> SOURCES = List.of(SourceKind.values());
  private static final List<Status> STATUSES = List.of(Status.values());

  private StatementCodec() {}

  static byte[] encode(Statement statement) {
    Encoder out = new Encoder();
    boolean own = statement.advisory().equals(statement.vulnerability());
    out.text(statement.vulnerability())
        .text(own ? "" : statement.advisory())
        .text(statement.release())
        .number(SOURCES.indexOf(statement.source()))
        .number(STATUSES.indexOf(statement.status()))
        .number(VersionScheme.ALL.indexOf(statement.scheme()))
        .text(statement.note())
        .list(statement.ranges(), range -> range(out, range))
        .texts(statement.versions());
    Conditions conditions = statement.conditions();
    if (conditions.equals(Conditions.NONE)) {
      return out.number(0).bytes();
    }
    return out.number(1)
        .texts(conditions.platforms())
        .texts(conditions.functions())
        .texts(conditions.entryPoints())
        .texts(conditions.kernelOptions())
        .texts(conditions.modules())
        .bytes();
  }

  private static void range(Encoder out, Range range) {
    out.text(range.introduced()).text(range.after()).text(range.fixed()).text(range.lastAffected());
  }

  static Statement decode(String subject, Cursor in) {
    String flaw = in.text();
    String advisory = in.text();
    String release = in.text();
    SourceKind source = in.of(SOURCES, "a source");
    Status status = in.of(STATUSES, "a status");
    VersionScheme scheme = in.of(VersionScheme.ALL, "a version scheme");
    String note = in.text();
    return new Statement(
        subject,
        release,
        flaw,
        advisory.isEmpty() ? flaw : advisory,
        source,
        status,
        scheme,
        in.list(StatementCodec::range),
        in.texts(),
        in.below(1, "a mark") == 0
            ? Conditions.NONE
            : new Conditions(in.texts(), in.texts(), in.texts(), in.texts(), in.texts()),
        note);
  }

  private static Range range(Cursor in) {
    try {
      return new Range(in.text(), in.text(), in.text(), in.text());
    } catch (IllegalArgumentException e) {
      throw new BadFeed(e.getMessage() + " before byte " + in.at() + " of the feed");
    }
  }
}
