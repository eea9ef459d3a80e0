package dev.assay.feed.vex;

import dev.assay.feed.Status;
import dev.assay.feed.source.Json;
import dev.assay.feed.source.Texts;
import dev.assay.feed.source.Unexpected;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * OpenVEX 0.2.0. Where a product has subcomponents, these are what is stated about, inside of it.
 */
final class OpenVexReader {
  private static final Map<String, Status> STATUSES =
      Map.of(
          "not_affected", Status.NOT_AFFECTED,
          "affected", Status.AFFECTED,
          "fixed", Status.FIXED,
          "under_investigation", Status.UNDER_INVESTIGATION);

  private OpenVexReader() {}

  static VexDocument read(String file, Json.Fields document) {
    Taken taken = new Taken(file, document.need("author"));
    taken.each(document.array("statements"), "@id", each -> statement(each, taken));
    return taken.document();
  }

  private static void statement(Json.Fields statement, Taken taken) {
    Json.Fields vulnerability = statement.object("vulnerability");
    Set<String> flaws = new LinkedHashSet<>();
    flaws.add(Texts.id(vulnerability.need("name")));
    vulnerability.texts("aliases").forEach(alias -> flaws.add(Texts.id(alias)));
    Status status = STATUSES.get(statement.need("status"));
    if (status == null) {
      throw new Unexpected(
          "expected a status, found `" + Texts.shown(statement.text("status")) + "`");
    }
    String text = statement.text("impact_statement");
    List<String> packages = packages(statement);
    if (packages.isEmpty()) {
      throw new Unexpected("expected products, found none");
    }
    packages.forEach(
        purl ->
            taken.add(
                flaws,
                purl,
                status,
                Words.known(statement.text("justification")),
                text.isEmpty() ? statement.text("status_notes") : text));
  }

  private static List<String> packages(Json.Fields statement) {
    List<String> packages = new ArrayList<>();
    for (Json.Fields product : statement.objects("products")) {
      List<Json.Fields> parts = product.objects("subcomponents");
      (parts.isEmpty() ? List.of(product) : parts).forEach(each -> packages.add(purl(each)));
    }
    return packages;
  }

  private static String purl(Json.Fields product) {
    String purl = product.object("identifiers").text("purl");
    return purl.isEmpty() ? product.text("@id") : purl;
  }
}
