package dev.assay.feed.source;

import dev.assay.feed.Conditions;
import dev.assay.feed.Range;
import dev.assay.feed.Score;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Vulnerability;
import dev.assay.feed.version.VersionScheme;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One record of the OSV schema (1.7), a file each. A record that stands for several CVEs (a
 * distribution's advisory) makes its statements for each of them. Ranges of commits say nothing
 * about a version and are left out; what has nothing else is refused.
 */
final class OsvReader implements SourceReader {
  private static final int MOST_VERSIONS = 20_000;

  @Override
  public SourceKind kind() {
    return SourceKind.OSV;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    try (JsonStream json = new JsonStream(in, Set.of("details", "credits"))) {
      json.next();
      session.record(
          batch -> {
            Json.Fields record = Records.fields(json);
            json.end();
            record(record, batch, session);
          });
    }
  }

  private static void record(Json.Fields record, Batch batch, Session session) {
    String id = Texts.id(record.need("id"));
    batch.named(id);
    session.date(record.text("modified"));
    if (!record.text("withdrawn").isEmpty()) {
      batch.withdraw();
      return;
    }
    TreeSet<String> others = new TreeSet<>();
    Stream.of("aliases", "upstream")
        .flatMap(name -> record.texts(name).stream())
        .map(Texts::id)
        .forEach(others::add);
    List<Score> scores = scores(record, id);
    for (String flaw : flaws(id, others)) {
      boolean one = flaw.equals(id) || others.stream().filter(Texts::isCve).count() <= 1;
      TreeSet<String> aliases = new TreeSet<>(one ? others : Set.of());
      aliases.add(id);
      aliases.remove(flaw);
      batch.add(
          new Vulnerability(
              flaw,
              SourceKind.OSV,
              Texts.summary(record.text("summary")),
              one ? Texts.day(record.text("published")) : "",
              List.copyOf(aliases),
              one ? scores : List.of(),
              "",
              -1,
              -1,
              record.objects("references").stream()
                  .map(reference -> Records.address(reference.text("url")))
                  .filter(url -> !url.isEmpty())
                  .toList()));
      for (Json.Fields affected : record.objects("affected")) {
        String unusable = unusable(affected);
        if (unusable.isEmpty()) {
          batch.add(statement(flaw, id, affected));
        } else {
          batch.leaveOut(unusable);
        }
      }
    }
    if (batch.statements.isEmpty()) {
      throw new Unexpected(
          batch.leftOut().isEmpty()
              ? "expected an affected package, found none"
              : batch.leftOut().getFirst());
    }
  }

  /** The CVEs that a record stands for; its own id if there is none. */
  private static List<String> flaws(String id, Set<String> others) {
    List<String> cves = Stream.concat(Stream.of(id), others.stream()).filter(Texts::isCve).toList();
    if (Texts.isCve(id) || cves.isEmpty()) {
      return List.of(id);
    }
    return cves;
  }

  private static List<Score> scores(Json.Fields record, String id) {
    List<Score> scores = new ArrayList<>();
    for (Json.Fields severity : record.objects("severity")) {
      if (severity.text("type").startsWith("CVSS_")) {
        scores.add(Scores.of(severity.need("score"), -1, id));
      }
    }
    return scores;
  }

  /** Why an affected product cannot be matched by version, though nothing is wrong with it. */
  private static String unusable(Json.Fields affected) {
    Json.Fields named = affected.object("package");
    String ecosystem = named.text("ecosystem");
    List<Json.Fields> ranges = affected.objects("ranges");
    boolean commits =
        !ranges.isEmpty() && ranges.stream().allMatch(range -> range.text("type").equals("GIT"));
    if (commits && affected.array("versions").isEmpty()) {
      return "expected versions, found only ranges of commits";
    }
    if (Ecosystems.place(ecosystem, named.text("name")).isEmpty()) {
      return "expected a known ecosystem, found `" + Texts.shown(ecosystem) + "`";
    }
    return "";
  }

  private static Statement statement(String flaw, String id, Json.Fields affected) {
    Json.Fields named = affected.object("package");
    String ecosystem = named.text("ecosystem");
    Ecosystems.Place place =
        Ecosystems.place(ecosystem, Texts.word("package name", named.text("name"))).orElseThrow();
    List<Range> ranges = new ArrayList<>();
    for (Json.Fields range : affected.objects("ranges")) {
      switch (range.need("type")) {
        case "SEMVER", "ECOSYSTEM" -> ranges.addAll(OsvEvents.ranges(range.objects("events")));
        case "GIT" -> {
          // A commit is no version.
        }
        default ->
            throw new Unexpected(
                "expected a range of SEMVER, ECOSYSTEM or GIT, found `"
                    + Texts.shown(range.text("type"))
                    + "`");
      }
    }
    // A version is affected if it is listed or in a range (OSV schema, "Evaluation").
    List<String> versions =
        versions(affected).stream()
            .filter(version -> !isIn(ranges, place.scheme(), version))
            .toList();
    if (ranges.isEmpty() && versions.isEmpty()) {
      throw new Unexpected(
          "expected versions of `" + Texts.shown(named.text("name")) + "`, found none");
    }
    return Statement.of(place.subject(), flaw, SourceKind.OSV, Status.AFFECTED, place.scheme())
        .inRelease(place.release())
        .by(id)
        .covering(ranges, versions)
        .under(conditions(affected));
  }

  /** Whether a range tells of that version already; so the feed need not hold most lists. */
  private static boolean isIn(List<Range> ranges, VersionScheme scheme, String version) {
    try {
      return ranges.stream().anyMatch(range -> range.contains(scheme, version));
    } catch (IllegalArgumentException notUnderstood) {
      return false;
    }
  }

  private static List<String> versions(Json.Fields affected) {
    List<String> versions = affected.texts("versions");
    if (versions.size() > MOST_VERSIONS) {
      throw new Unexpected(
          "expected at most " + MOST_VERSIONS + " versions, found " + versions.size());
    }
    return versions.stream().map(version -> Texts.word("version", version)).toList();
  }

  /**
   * Functions as the Go and Rust databases name them; {@code functions}, {@code entry_points},
   * {@code kernel_config} and {@code kernel_modules} are Assay's own fields for records written by
   * hand.
   */
  private static Conditions conditions(Json.Fields affected) {
    Json.Fields specific = affected.object("ecosystem_specific");
    List<String> functions = new ArrayList<>(specific.texts("functions"));
    if (specific.get("imports") instanceof Json.Array) {
      specific.objects("imports").forEach(imported -> functions.addAll(goFunctions(imported)));
    }
    if (specific.get("affects") instanceof Json.Fields affects) {
      functions.addAll(affects.texts("functions"));
    }
    return new Conditions(
        List.of(),
        functions,
        specific.texts("entry_points"),
        specific.texts("kernel_config"),
        specific.texts("kernel_modules"));
  }

  /** Without symbols the whole package is meant (go.dev/doc/security/vuln/database). */
  private static List<String> goFunctions(Json.Fields imported) {
    String path = imported.text("path");
    List<String> symbols = imported.texts("symbols");
    return symbols.isEmpty()
        ? List.of(path + "#*")
        : symbols.stream().map(symbol -> path + "#" + symbol).toList();
  }
}
