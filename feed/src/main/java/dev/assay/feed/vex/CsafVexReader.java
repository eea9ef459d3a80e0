package dev.assay.feed.vex;

import dev.assay.feed.Status;
import dev.assay.feed.source.CsafProducts;
import dev.assay.feed.source.Json;
import dev.assay.feed.source.Texts;
import dev.assay.feed.source.Unexpected;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** CSAF 2.0: the lists of a product status (§3.2.3.9) with flags and impacts as reasons. */
final class CsafVexReader {
  private static final Map<String, Status> LISTS =
      Map.of(
          "known_not_affected", Status.NOT_AFFECTED,
          "fixed", Status.FIXED,
          "known_affected", Status.AFFECTED,
          "under_investigation", Status.UNDER_INVESTIGATION);

  private CsafVexReader() {}

  static VexDocument read(String file, Json.Fields document) {
    Taken taken = new Taken(file, document.object("document").object("publisher").need("name"));
    CsafProducts products = CsafProducts.of(document.object("product_tree"));
    taken.each(
        document.array("vulnerabilities"), "cve", each -> vulnerability(each, products, taken));
    return taken.document();
  }

  private static void vulnerability(Json.Fields vulnerability, CsafProducts products, Taken taken) {
    Set<String> flaws = new LinkedHashSet<>();
    if (vulnerability.has("cve")) {
      flaws.add(Texts.id(vulnerability.need("cve")));
    }
    vulnerability.objects("ids").forEach(id -> flaws.add(Texts.id(id.need("text"))));
    if (flaws.isEmpty()) {
      throw new Unexpected("expected a field `cve` or `ids`, found none");
    }
    Json.Fields lists = vulnerability.object("product_status");
    Map<String, Status> stated = new LinkedHashMap<>();
    for (String list : lists.values().keySet()) {
      if (LISTS.containsKey(list)) {
        lists.texts(list).forEach(product -> stated.put(product, LISTS.get(list)));
      }
    }
    if (stated.isEmpty()) {
      throw new Unexpected("expected a product status, found none");
    }
    stated.forEach(
        (product, status) -> {
          List<String> packages =
              products.find(product).stream()
                  .map(CsafProducts.Product::purl)
                  .filter(purl -> !purl.isEmpty())
                  .toList();
          if (packages.isEmpty()) {
            taken.refuse(
                flaws.iterator().next(),
                "expected a package URL of product `" + Texts.shown(product) + "`, found none");
          }
          String flag = Words.known(first(vulnerability.objects("flags"), product, "label"));
          String impact = impact(vulnerability, product);
          packages.forEach(purl -> taken.add(flaws, purl, status, flag, impact));
        });
  }

  private static String impact(Json.Fields vulnerability, String product) {
    List<Json.Fields> impacts =
        vulnerability.objects("threats").stream()
            .filter(threat -> threat.text("category").equals("impact"))
            .toList();
    return first(impacts, product, "details");
  }

  private static String first(List<Json.Fields> entries, String product, String field) {
    return entries.stream()
        .filter(entry -> entry.texts("product_ids").contains(product))
        .map(entry -> entry.text(field))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
