package dev.assay.report.vex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.evidence.Bundle;
import dev.assay.model.Component;
import dev.assay.model.Evaluation;
import dev.assay.model.Flaw;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CSAF 2.0, profile VEX (§4.5): every component with a flaw as a default component of the product.
 * Without a known flaw it is a document of the base profile, since VEX wants at least one.
 */
public final class CsafVex implements Bundle.View {
  private static final String PRODUCT = "CSAFPID-product";

  @Override
  public String fileName() {
    return "vex.csaf.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Told told = new Told(evaluation);
    Map<String, Component> concerned = told.concerned();
    Map<String, String> ids = new HashMap<>();
    concerned.keySet().forEach(id -> ids.put(id, "CSAFPID-" + (ids.size() + 1)));
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      document(json, evaluation, told, root);
      if (!concerned.isEmpty()) {
        json.writeObjectFieldStart("product_tree");
        products(json, evaluation, told, concerned, ids);
        json.writeEndObject();
        json.writeArrayFieldStart("vulnerabilities");
        for (Map.Entry<String, List<Flaw>> each : told.byFlaw().entrySet()) {
          vulnerability(json, each.getKey(), each.getValue(), told, ids);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
  }

  private static void document(JsonGenerator json, Evaluation evaluation, Told told, String root)
      throws IOException {
    json.writeObjectFieldStart("document");
    json.writeStringField("category", evaluation.flaws().isEmpty() ? "csaf_base" : "csaf_vex");
    json.writeStringField("csaf_version", "2.0");
    json.writeObjectFieldStart("publisher");
    json.writeStringField("category", "other");
    json.writeStringField("name", "Assay");
    json.writeStringField("namespace", "https://assay.dev");
    json.writeEndObject();
    json.writeStringField("title", "Known flaws of " + name(evaluation));
    json.writeObjectFieldStart("tracking");
    json.writeStringField("id", "assay-" + root);
    json.writeStringField("status", "final");
    json.writeStringField("version", "1");
    json.writeStringField("initial_release_date", told.day());
    json.writeStringField("current_release_date", told.day());
    json.writeArrayFieldStart("revision_history");
    json.writeStartObject();
    json.writeStringField("number", "1");
    json.writeStringField("date", told.day());
    json.writeStringField("summary", "Evaluated.");
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("generator");
    json.writeObjectFieldStart("engine");
    json.writeStringField("name", "Assay");
    json.writeStringField("version", evaluation.assayVersion());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String name(Evaluation evaluation) {
    String name = evaluation.product().name();
    return ((name.isEmpty() ? "the product" : name) + " " + evaluation.product().version()).strip();
  }

  private static void products(
      JsonGenerator json,
      Evaluation evaluation,
      Told told,
      Map<String, Component> concerned,
      Map<String, String> ids)
      throws IOException {
    json.writeArrayFieldStart("full_product_names");
    product(json, PRODUCT, name(evaluation), told.product(), "");
    for (Component component : concerned.values()) {
      product(json, part(ids, component.id()), named(component), component.purl(), component.cpe());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("relationships");
    for (Component component : concerned.values()) {
      json.writeStartObject();
      json.writeStringField("category", "default_component_of");
      json.writeStringField("product_reference", part(ids, component.id()));
      json.writeStringField("relates_to_product_reference", PRODUCT);
      json.writeObjectFieldStart("full_product_name");
      json.writeStringField("product_id", ids.get(component.id()));
      json.writeStringField("name", named(component) + " in " + name(evaluation));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String named(Component component) {
    return (component.name() + " " + component.version()).strip();
  }

  private static String part(Map<String, String> ids, String component) {
    return ids.get(component) + "-alone";
  }

  private static void product(JsonGenerator json, String id, String name, String purl, String cpe)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("product_id", id);
    json.writeStringField("name", name.isEmpty() ? id : name);
    if (!purl.isEmpty() || !cpe.isEmpty()) {
      json.writeObjectFieldStart("product_identification_helper");
      if (!purl.isEmpty()) {
        json.writeStringField("purl", purl);
      }
      if (!cpe.isEmpty()) {
        json.writeStringField("cpe", cpe);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void vulnerability(
      JsonGenerator json, String id, List<Flaw> flaws, Told told, Map<String, String> ids)
      throws IOException {
    json.writeStartObject();
    if (id.matches("CVE-[0-9]{4}-[0-9]{4,}")) {
      json.writeStringField("cve", id);
    } else {
      json.writeArrayFieldStart("ids");
      json.writeStartObject();
      json.writeStringField("system_name", "advisory");
      json.writeStringField("text", id);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeArrayFieldStart("notes");
    for (String detail : flaws.stream().map(Told::detail).distinct().toList()) {
      json.writeStartObject();
      json.writeStringField("category", "details");
      json.writeStringField("text", detail);
      json.writeEndObject();
    }
    json.writeEndArray();
    Map<Flaw.State, List<Flaw>> byState = new EnumMap<>(Flaw.State.class);
    flaws.forEach(flaw -> byState.computeIfAbsent(flaw.state(), k -> new ArrayList<>()).add(flaw));
    json.writeObjectFieldStart("product_status");
    for (Map.Entry<Flaw.State, List<Flaw>> each : byState.entrySet()) {
      products(json, list(each.getKey()), each.getValue(), ids);
    }
    json.writeEndObject();
    flags(json, byState.getOrDefault(Flaw.State.NOT_AFFECTED, List.of()), ids);
    remediations(json, byState.getOrDefault(Flaw.State.AFFECTED, List.of()), told, ids);
    json.writeEndObject();
  }

  private static String list(Flaw.State state) {
    return switch (state) {
      case AFFECTED -> "known_affected";
      case NOT_AFFECTED -> "known_not_affected";
      case FIXED -> "fixed";
      case UNDER_INVESTIGATION -> "under_investigation";
    };
  }

  /** Why components are not affected: a flag, and in words as an impact. */
  private static void flags(JsonGenerator json, List<Flaw> flaws, Map<String, String> ids)
      throws IOException {
    List<Flaw> justified = flaws.stream().filter(f -> !f.justification().isEmpty()).toList();
    if (!justified.isEmpty()) {
      json.writeArrayFieldStart("flags");
      for (Flaw flaw : justified) {
        json.writeStartObject();
        json.writeStringField("label", flaw.justification());
        products(json, "product_ids", List.of(flaw), ids);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!flaws.isEmpty()) {
      json.writeArrayFieldStart("threats");
      for (Flaw flaw : flaws) {
        json.writeStartObject();
        json.writeStringField("category", "impact");
        json.writeStringField("details", Told.detail(flaw));
        products(json, "product_ids", List.of(flaw), ids);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void remediations(
      JsonGenerator json, List<Flaw> flaws, Told told, Map<String, String> ids) throws IOException {
    if (flaws.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("remediations");
    for (Flaw flaw : flaws) {
      json.writeStartObject();
      json.writeStringField("category", flaw.fixed().isEmpty() ? "none_available" : "vendor_fix");
      json.writeStringField("details", told.action(flaw));
      products(json, "product_ids", List.of(flaw), ids);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void products(
      JsonGenerator json, String field, List<Flaw> flaws, Map<String, String> ids)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Flaw flaw : flaws) {
      json.writeString(ids.get(flaw.component()));
    }
    json.writeEndArray();
  }
}
