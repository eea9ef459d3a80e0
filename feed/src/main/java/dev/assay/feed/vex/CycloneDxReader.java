package dev.assay.feed.vex;

import dev.assay.feed.Status;
import dev.assay.feed.source.Json;
import dev.assay.feed.source.Texts;
import dev.assay.feed.source.Unexpected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Vulnerabilities of a CycloneDX document. What they affect is named by reference to a component of
 * the same document, or by a package URL.
 */
final class CycloneDxReader {
  private static final Map<String, Status> STATES =
      Map.of(
          "not_affected", Status.NOT_AFFECTED,
          "false_positive", Status.NOT_AFFECTED,
          "resolved", Status.FIXED,
          "resolved_with_pedigree", Status.FIXED,
          "exploitable", Status.AFFECTED,
          "in_triage", Status.UNDER_INVESTIGATION);

  private final Map<String, String> packages = new HashMap<>();
  private final Taken taken;

  private CycloneDxReader(Taken taken) {
    this.taken = taken;
  }

  static VexDocument read(String file, Json.Fields document) {
    Json.Fields metadata = document.object("metadata");
    Taken taken = new Taken(file, author(metadata));
    CycloneDxReader reader = new CycloneDxReader(taken);
    reader.components(List.of(metadata.object("component")));
    reader.components(document.objects("components"));
    taken.each(document.array("vulnerabilities"), "id", reader::vulnerability);
    return taken.document();
  }

  private static String author(Json.Fields metadata) {
    return Stream.concat(
            metadata.objects("authors").stream(),
            Stream.of("manufacturer", "manufacture", "supplier").map(metadata::object))
        .map(each -> each.text("name"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The depth is bounded by that of the JSON itself. */
  private void components(List<Json.Fields> components) {
    for (Json.Fields component : components) {
      packages.put(component.text("bom-ref"), component.text("purl"));
      components(component.objects("components"));
    }
  }

  private void vulnerability(Json.Fields vulnerability) {
    String id = Texts.id(vulnerability.need("id"));
    Json.Fields analysis = vulnerability.object("analysis");
    Status status = STATES.get(analysis.need("state"));
    if (status == null) {
      throw new Unexpected("expected a state, found `" + Texts.shown(analysis.text("state")) + "`");
    }
    String justification = Words.ofCycloneDx(analysis.text("justification"));
    List<Json.Fields> affected = vulnerability.objects("affects");
    if (affected.isEmpty()) {
      throw new Unexpected("expected what it affects, found nothing");
    }
    for (Json.Fields each : affected) {
      if (each.has("versions")) {
        taken.refuse(id, "expected a component, found ranges of versions, which are not read");
      } else {
        String purl = purl(each.need("ref"));
        taken.add(Set.of(id), purl, status, justification, analysis.text("detail"));
      }
    }
  }

  private String purl(String ref) {
    String found = packages.getOrDefault(ref, "");
    return found.isEmpty() ? ref : found;
  }
}
