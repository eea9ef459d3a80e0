package dev.assay.feed.source;

import dev.assay.feed.SourceKind;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * CISA's catalogue of known exploited vulnerabilities: {@code {count, vulnerabilities: [{cveID,
 * dateAdded}]}}.
 */
final class KevReader implements SourceReader {
  @Override
  public SourceKind kind() {
    return SourceKind.KEV;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    double count = -1;
    boolean found = false;
    try (JsonStream json = new JsonStream(in, Set.of("requiredAction", "notes", "cwes"))) {
      json.enterObject();
      while (json.nextField()) {
        switch (json.name()) {
          case "count" -> count = Records.number(json);
          case "dateReleased" -> session.date(Records.text(json));
          case "vulnerabilities" -> {
            found = true;
            if (!json.enterArray()) {
              throw new IOException("expected an array in `vulnerabilities`");
            }
            while (json.nextElement()) {
              session.record(batch -> record(Records.fields(json), batch));
            }
          }
          default -> json.skip();
        }
      }
      json.end();
    }
    if (!found) {
      throw new IOException("expected a field `vulnerabilities`, found none");
    }
    if (count >= 0 && count != session.records()) {
      session.warn(
          String.format(
              Locale.ROOT,
              "expected %.0f records as the file says, found %d",
              count,
              session.records()));
    }
  }

  private static void record(Json.Fields record, Batch batch) {
    String id = Texts.cve(record.need("cveID"));
    batch.named(id);
    batch.add(
        new Vulnerability(
            id,
            SourceKind.KEV,
            Texts.summary(record.text("shortDescription")),
            "",
            List.of(),
            List.of(),
            Texts.day(record.need("dateAdded")),
            -1,
            -1,
            List.of()));
  }
}
