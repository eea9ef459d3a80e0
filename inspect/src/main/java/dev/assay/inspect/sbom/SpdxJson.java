package dev.assay.inspect.sbom;

import dev.assay.formats.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An SPDX 2.2 or 2.3 document as JSON (ISO/IEC 5962). */
final class SpdxJson {
  private static final Set<String> STRONG =
      Set.of("SHA256", "SHA384", "SHA512", "SHA3-256", "SHA3-384", "SHA3-512", "BLAKE3");

  /** Words for what is not told (SPDX 2.3 §7). */
  private static final Set<String> NOTHING = Set.of("NOASSERTION", "NONE");

  private static final String DOCUMENT = "SPDXRef-DOCUMENT";
  private static final String NO_OBJECT = "expected an object, found another value";

  private final Records records = new Records();

  private SpdxJson() {}

  static SbomFacts read(Json document) {
    SpdxJson reader = new SpdxJson();
    Records records = reader.records;
    List<Json> packages = records.items(document.get("packages"), "packages");
    String subject = subject(document);
    Map<String, Json> byId = new HashMap<>();
    packages.forEach(each -> byId.putIfAbsent(each.get("SPDXID").text(), each));
    for (int i = 0; i < packages.size(); i++) {
      Json each = packages.get(i);
      // What the document is about is not a part of it.
      boolean product = !subject.isEmpty() && each.get("SPDXID").text().equals(subject);
      if (!product || packages.size() == 1) {
        reader.add(each, "packages[" + i + "]", false);
      }
    }
    List<Json> files = records.items(document.get("files"), "files");
    for (int i = 0; i < files.size(); i++) {
      reader.add(files.get(i), "files[" + i + "]", true);
    }
    reader.relations(document, byId.keySet(), subject);
    Json product = Optional.ofNullable(byId.get(subject)).orElse(Json.nothing());
    Json creation = document.get("creationInfo");
    return records.facts(
        "SPDX",
        document.get("spdxVersion").text().replaceFirst("^SPDX-", ""),
        creation.get("creators").items().stream()
            .map(Json::text)
            .filter(each -> !each.startsWith("Tool:"))
            .findFirst()
            .orElse(""),
        creation.get("created").text(),
        product.get("name").text(),
        told(product.get("versionInfo")));
  }

  private static String subject(Json document) {
    for (Json each : document.get("relationships").items()) {
      if (each.get("relationshipType").text().equals("DESCRIBES")
          && each.get("spdxElementId").text().equals(DOCUMENT)) {
        return each.get("relatedSpdxElement").text();
      }
    }
    List<Json> described = document.get("documentDescribes").items();
    return described.isEmpty() ? "" : described.getFirst().text();
  }

  private void relations(Json document, Set<String> packages, String subject) {
    Set<String> known = new HashSet<>(packages);
    known.addAll(records.references);
    known.add(DOCUMENT);
    known.add(subject);
    known.remove("");
    List<Json> all = records.items(document.get("relationships"), "relationships");
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof Json.Members)) {
        records.refuse("relationships[" + i + "]", NO_OBJECT);
        continue;
      }
      String other = all.get(i).get("relatedSpdxElement").text();
      boolean outside = NOTHING.contains(other) || other.startsWith("DocumentRef-");
      records.relate(
          "relationships[" + i + "]",
          all.get(i).get("spdxElementId").text(),
          outside ? List.of() : List.of(other),
          known);
      if (known.contains(other)) {
        records.relate("relationships[" + i + "]", other, List.of(), known);
      }
    }
  }

  private void add(Json entry, String place, boolean file) {
    if (!(entry instanceof Json.Members)) {
      records.refuse(place, NO_OBJECT);
      return;
    }
    List<Json> sums = entry.get("checksums").items();
    String name = entry.get(file ? "fileName" : "name").text();
    String declared = told(entry.get("licenseDeclared"));
    records.add(
        entry.get("SPDXID").text(),
        new Listed(
            Records.cut(name),
            Records.cut(told(entry.get("versionInfo"))),
            Records.cut(reference(entry, "purl")),
            Records.cut(reference(entry, "cpe23Type")),
            Records.cut(told(entry.get("supplier"))),
            Records.cut(declared.isEmpty() ? told(entry.get("licenseConcluded")) : declared),
            sums.stream()
                .filter(each -> each.get("algorithm").text().equals("SHA256"))
                .map(each -> Records.digest(each.get("checksumValue").text()))
                .findFirst()
                .orElse(""),
            sums.stream().anyMatch(each -> STRONG.contains(each.get("algorithm").text())),
            false,
            file,
            Records.cut(file ? name : told(entry.get("packageFileName"))),
            place));
  }

  private static String reference(Json entry, String type) {
    return entry.get("externalRefs").items().stream()
        .filter(each -> each.get("referenceType").text().equals(type))
        .map(each -> each.get("referenceLocator").text())
        .findFirst()
        .orElse("");
  }

  private static String told(Json value) {
    return NOTHING.contains(value.text()) ? "" : value.text();
  }
}
