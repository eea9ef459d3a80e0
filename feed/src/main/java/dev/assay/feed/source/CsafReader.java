package dev.assay.feed.source;

import dev.assay.feed.Range;
import dev.assay.feed.Score;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSAF 2.0 document (OASIS CSAF 2.0 §3.2): its product tree, then one record a vulnerability.
 * Products without package URL or CPE cannot be matched by identity; a vulnerability that names
 * only such is refused.
 */
final class CsafReader implements SourceReader {
  /** CSAF's lists (§3.2.3.9) as statuses. */
  private static final Map<String, Status> LISTS =
      Map.of(
          "known_affected", Status.AFFECTED,
          "first_affected", Status.AFFECTED,
          "last_affected", Status.AFFECTED,
          "known_not_affected", Status.NOT_AFFECTED,
          "fixed", Status.FIXED,
          "first_fixed", Status.FIXED,
          "under_investigation", Status.UNDER_INVESTIGATION);

  @Override
  public SourceKind kind() {
    return SourceKind.CSAF;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    Json.Fields document;
    try (JsonStream json =
        new JsonStream(in, Set.of("remediations", "threats", "acknowledgments"))) {
      json.next();
      document = Records.fields(json);
      json.end();
    } catch (Unexpected e) {
      throw new IOException(e.reason());
    }
    Json.Fields tracking;
    CsafProducts products;
    List<Json.Fields> flaws;
    try {
      tracking = document.object("document").object("tracking");
      products = CsafProducts.of(document.object("product_tree"));
      flaws = document.objects("vulnerabilities");
    } catch (Unexpected e) {
      throw new IOException(e.reason());
    }
    session.date(tracking.text("current_release_date"));
    for (Json.Fields flaw : flaws) {
      session.record(
          batch -> record(flaw, Texts.id(tracking.need("id").replace(' ', '_')), products, batch));
    }
  }

  private static void record(
      Json.Fields flaw, String advisory, CsafProducts products, Batch batch) {
    String id = flaw.text("cve").isEmpty() ? advisory : Texts.cve(flaw.text("cve"));
    batch.named(id);
    List<Score> scores = new ArrayList<>();
    for (Json.Fields score : flaw.objects("scores")) {
      for (String field : List.of("cvss_v4", "cvss_v3", "cvss_v2")) {
        if (score.has(field)) {
          Json.Fields data = score.object(field);
          scores.add(Scores.of(data.need("vectorString"), data.number("baseScore"), advisory));
        }
      }
    }
    batch.add(
        new Vulnerability(
            id,
            SourceKind.CSAF,
            Texts.summary(flaw.text("title")),
            "",
            id.equals(advisory) ? List.of() : List.of(advisory),
            scores.stream().distinct().limit(8).toList(),
            "",
            -1,
            -1,
            flaw.objects("references").stream()
                .map(reference -> Records.address(reference.text("url")))
                .filter(url -> !url.isEmpty())
                .toList()));
    Json.Fields lists = flaw.object("product_status");
    for (Map.Entry<String, Json> list : lists.values().entrySet()) {
      Status status = LISTS.get(list.getKey());
      if (status == null) {
        continue;
      }
      for (String product : lists.texts(list.getKey())) {
        List<CsafProducts.Product> found = products.find(product);
        if (found.isEmpty()) {
          batch.leaveOut(products.lack(product));
        }
        found.forEach(
            one -> batch.add(statement(id, advisory, status, one, justification(flaw, product))));
      }
    }
    if (batch.statements.isEmpty()) {
      throw new Unexpected(
          batch.leftOut().isEmpty()
              ? "expected a product status, found none"
              : batch.leftOut().getFirst());
    }
  }

  private static Statement statement(
      String id, String advisory, Status status, CsafProducts.Product product, String note) {
    boolean packaged = product.subject().startsWith("pkg:");
    Statement every =
        Statement.of(product.subject(), id, SourceKind.CSAF, status, product.scheme())
            .inRelease(product.release())
            .by(advisory)
            .noting(note);
    if (!product.ranges().isEmpty()) {
      return every.covering(product.ranges(), List.of());
    }
    if (product.version().isEmpty()) {
      return every;
    }
    if (status == Status.FIXED && packaged) {
      // A package's fixed build says of each older build of the release that it lacks the fix.
      return Statement.of(product.subject(), id, SourceKind.CSAF, Status.AFFECTED, product.scheme())
          .inRelease(product.release())
          .by(advisory)
          .noting(note)
          .covering(List.of(Range.before(product.version())), List.of());
    }
    return every.covering(List.of(), List.of(product.version()));
  }

  /** The flag of a product (§3.2.3.5), which has the words of VEX. */
  private static String justification(Json.Fields flaw, String product) {
    for (Json.Fields flag : flaw.objects("flags")) {
      if (flag.texts("product_ids").contains(product)) {
        return Texts.word("flag", flag.need("label"));
      }
    }
    return "";
  }
}
