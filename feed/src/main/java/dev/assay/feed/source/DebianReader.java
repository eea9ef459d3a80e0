package dev.assay.feed.source;

import dev.assay.feed.Range;
import dev.assay.feed.Releases;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Subject;
import dev.assay.feed.Vulnerability;
import dev.assay.feed.version.VersionScheme;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Debian security tracker's {@code data/json}: {@code {source package: {CVE: {description,
 * scope, releases: {code name: {status, fixed_version, urgency, nodsa, nodsa_reason}}}}}}. A fixed
 * version of 0 means that the release was never affected; an open issue affects every version so
 * far.
 */
final class DebianReader implements SourceReader {
  @Override
  public SourceKind kind() {
    return SourceKind.DEBIAN;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    try (JsonStream json = new JsonStream(in, Set.of("repositories"))) {
      json.enterObject();
      while (json.nextField()) {
        String name = json.name();
        if (!json.entersObject()) {
          session.record(
              batch -> {
                batch.named(name);
                throw new Unexpected("expected an object of issues, found another value");
              });
          continue;
        }
        while (json.nextField()) {
          String id = json.name();
          session.record(
              batch -> {
                batch.named(name + " " + id);
                record(name, id, Records.asFields(json.field()), batch);
              });
        }
      }
      json.end();
    }
  }

  private static void record(String name, String id, Json.Fields record, Batch batch) {
    Texts.word("package name", name);
    Texts.id(id);
    batch.add(
        new Vulnerability(
            id,
            SourceKind.DEBIAN,
            Texts.summary(record.text("description")),
            "",
            List.of(),
            List.of(),
            "",
            -1,
            -1,
            List.of()));
    for (Map.Entry<String, Json> release : record.object("releases").values().entrySet()) {
      batch.add(statement(name, id, release.getKey(), Records.asFields(release.getValue())));
    }
  }

  private static Statement statement(String name, String id, String release, Json.Fields said) {
    Statement every =
        Statement.of(
                Subject.ofPackage("deb", "debian", name),
                id,
                SourceKind.DEBIAN,
                Status.AFFECTED,
                VersionScheme.DPKG)
            .inRelease(Releases.normal("debian", Texts.word("release", release)))
            .noting(note(said));
    String status = said.need("status");
    return switch (status) {
      case "open" -> every;
      case "undetermined" -> with(every, Status.UNDER_INVESTIGATION);
      case "resolved" -> {
        String fixed = Texts.word("version", said.need("fixed_version"));
        if (fixed.equals("0")) {
          yield with(every, Status.NOT_AFFECTED);
        }
        if (!VersionScheme.DPKG.understands(fixed)) {
          throw new Unexpected("expected a dpkg version, found `" + Texts.shown(fixed) + "`");
        }
        yield every.covering(List.of(Range.before(fixed)), List.of());
      }
      default ->
          throw new Unexpected(
              "expected open, resolved or undetermined, found `" + Texts.shown(status) + "`");
    };
  }

  private static Statement with(Statement every, Status status) {
    return Statement.of(
            every.subject(), every.vulnerability(), every.source(), status, every.scheme())
        .inRelease(every.release())
        .noting(every.note());
  }

  /** Debian's own weighing: {@code unimportant}, {@code end-of-life}, {@code ignored}, … */
  private static String note(Json.Fields said) {
    String urgency = said.text("urgency");
    if (urgency.equals("unimportant") || urgency.equals("end-of-life")) {
      return urgency;
    }
    String reason = said.text("nodsa_reason");
    return reason.isEmpty() ? (said.has("nodsa") ? "no-dsa" : "") : Texts.word("reason", reason);
  }
}
