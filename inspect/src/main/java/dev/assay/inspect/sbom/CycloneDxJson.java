package dev.assay.inspect.sbom;

import dev.assay.formats.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A CycloneDX document (ECMA-424), components within components included. */
final class CycloneDxJson {
  /** Types of what is in a product and no software: it has neither maker nor version. */
  private static final Set<String> ASSETS = Set.of("data", "cryptographic-asset");

  private static final Set<String> STRONG =
      Set.of("SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512", "BLAKE3");

  private final Records records = new Records();

  private CycloneDxJson() {}

  static SbomFacts read(Json document) {
    CycloneDxJson reader = new CycloneDxJson();
    Records records = reader.records;
    Json metadata = document.get("metadata");
    Json subject = metadata.get("component");
    reader.components(document.get("components"), "components");
    reader.components(subject.get("components"), "metadata.component.components");
    Set<String> known = new HashSet<>(records.references);
    known.add(subject.get("bom-ref").text());
    int at = 0;
    for (Json each : records.items(document.get("dependencies"), "dependencies")) {
      records.relate(
          "dependencies[" + at++ + "]",
          each.get("ref").text(),
          each.get("dependsOn").items().stream().map(Json::text).toList(),
          known);
    }
    return records.facts(
        "CycloneDX",
        document.get("specVersion").text(),
        author(metadata),
        metadata.get("timestamp").text(),
        subject.get("name").text(),
        subject.get("version").text());
  }

  private static String author(Json metadata) {
    return Stream.concat(
            metadata.get("authors").items().stream(),
            Stream.of("manufacturer", "manufacture", "supplier").map(metadata::get))
        .map(each -> each.get("name").text())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The depth is bounded by that of the JSON itself. */
  private void components(Json list, String where) {
    int at = 0;
    for (Json each : records.items(list, where)) {
      String place = where + "[" + at++ + "]";
      if (each instanceof Json.Members) {
        records.add(each.get("bom-ref").text(), listed(each, place));
        components(each.get("components"), place + ".components");
      } else {
        records.refuse(place, "expected an object, found another value");
      }
    }
  }

  private static Listed listed(Json component, String place) {
    String type = component.get("type").text();
    boolean file = type.equals("file");
    String group = component.get("group").text();
    String name = component.get("name").text();
    List<Json> hashes = component.get("hashes").items();
    List<Json> places = component.get("evidence").get("occurrences").items();
    boolean asset = ASSETS.contains(type);
    boolean placed = places.size() == 1 && !(asset && hashes.isEmpty());
    return new Listed(
        Records.cut(group.isEmpty() ? name : group + "/" + name),
        Records.cut(component.get("version").text()),
        Records.cut(component.get("purl").text()),
        Records.cut(component.get("cpe").text()),
        Records.cut(
            Stream.of(
                    component.get("supplier").get("name").text(),
                    component.get("manufacturer").get("name").text(),
                    component.get("publisher").text())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("")),
        Records.cut(license(component.get("licenses").items())),
        hashes.stream()
            .filter(each -> each.get("alg").text().equals("SHA-256"))
            .map(each -> Records.digest(each.get("content").text()))
            .findFirst()
            .orElse(""),
        hashes.stream().anyMatch(each -> STRONG.contains(each.get("alg").text())),
        false,
        file || asset,
        Records.cut(file ? name : placed ? places.getFirst().get("location").text() : ""),
        place);
  }

  private static String license(List<Json> licenses) {
    return licenses.stream()
        .flatMap(
            each ->
                Stream.of(
                    each.get("expression").text(),
                    each.get("license").get("id").text(),
                    each.get("license").get("name").text()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
