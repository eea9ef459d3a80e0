package dev.assay.feed.source;

import dev.assay.feed.Score;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * NVD's CVE API 2.0 schema, as pages of the API and as yearly files: {@code {resultsPerPage,
 * startIndex, totalResults, format, version, timestamp, vulnerabilities: [{cve: {…}}]}}.
 */
final class NvdReader implements SourceReader {
  /** Long, and of no use for a match. */
  private static final Set<String> SKIPPED =
      Set.of("weaknesses", "matchCriteriaId", "cveTags", "vendorComments", "evaluatorComment");

  /** Metrics by field, newest first. */
  private static final List<String> METRICS =
      List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2");

  @Override
  public SourceKind kind() {
    return SourceKind.NVD;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    double page = -1;
    double start = 0;
    double total = -1;
    boolean found = false;
    try (JsonStream json = new JsonStream(in, SKIPPED)) {
      json.enterObject();
      while (json.nextField()) {
        switch (json.name()) {
          case "vulnerabilities" -> {
            found = true;
            if (!json.enterArray()) {
              throw new IOException("expected an array in `vulnerabilities`");
            }
            while (json.nextElement()) {
              session.record(batch -> record(Records.fields(json), batch, session));
            }
          }
          case "timestamp" -> session.date(Records.text(json));
          case "resultsPerPage" -> page = Records.number(json);
          case "startIndex" -> start = Records.number(json);
          case "totalResults" -> total = Records.number(json);
          default -> json.skip();
        }
      }
      json.end();
    }
    if (!found) {
      throw new IOException("expected a field `vulnerabilities`, found none");
    }
    session.page((long) start, (long) total);
    if (session.records() < page && start + session.records() < total) {
      session.warn(
          String.format(
              Locale.ROOT,
              "expected %.0f records as the page says, found %d",
              page,
              session.records()));
    }
  }

  private static void record(Json.Fields record, Batch batch, Session session) {
    Json.Fields cve = record.object("cve");
    String id = Texts.cve(cve.need("id"));
    batch.named(id);
    session.date(cve.text("lastModified"));
    if (cve.text("vulnStatus").equals("Rejected")) {
      batch.withdraw();
      return;
    }
    batch.add(
        new Vulnerability(
            id,
            SourceKind.NVD,
            summary(cve),
            Texts.day(cve.text("published")),
            List.of(),
            scores(cve.object("metrics")),
            Texts.day(cve.text("cisaExploitAdd")),
            -1,
            -1,
            references(cve)));
    for (Json.Fields configuration : cve.objects("configurations")) {
      CpeConfiguration.statements(id, configuration).stream()
          .map(statement -> KernelAreas.narrowed(statement, description(cve)))
          .map(EntryPoints::narrowed)
          .forEach(batch.statements::add);
    }
  }

  private static String summary(Json.Fields cve) {
    return Texts.summary(description(cve));
  }

  private static String description(Json.Fields cve) {
    for (Json.Fields description : cve.objects("descriptions")) {
      if (description.text("lang").equals("en")) {
        return description.text("value");
      }
    }
    return "";
  }

  private static List<Score> scores(Json.Fields metrics) {
    List<Score> scores = new ArrayList<>();
    for (String metric : METRICS) {
      for (Json.Fields one : metrics.objects(metric)) {
        Json.Fields data = one.object("cvssData");
        scores.add(
            Scores.of(data.need("vectorString"), data.number("baseScore"), one.text("source")));
      }
    }
    return scores;
  }

  private static List<String> references(Json.Fields cve) {
    List<String> patches = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Json.Fields reference : cve.objects("references")) {
      List<String> tags = reference.texts("tags");
      boolean first = tags.contains("Patch") || tags.contains("Vendor Advisory");
      String url = Records.address(reference.text("url"));
      if (!url.isEmpty()) {
        (first ? patches : others).add(url);
      }
    }
    patches.addAll(others);
    return patches;
  }
}
