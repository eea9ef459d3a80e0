package dev.assay.report.vex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.evidence.Bundle;
import dev.assay.model.Component;
import dev.assay.model.Evaluation;
import dev.assay.model.Flaw;
import dev.assay.model.Product;
import dev.assay.report.bom.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * OpenVEX 0.2.0: one statement for each flaw of a component, as a subcomponent of the product. A
 * product without a known flaw gives a document without statements, which the format's schema does
 * not foresee.
 */
public final class OpenVex implements Bundle.View {
  @Override
  public String fileName() {
    return "vex.openvex.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Told told = new Told(evaluation);
    List<Product.Image> images = Inventory.of(evaluation).files();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("@context", "https://openvex.dev/ns/v0.2.0");
      json.writeStringField("@id", "https://assay.dev/vex/" + root);
      json.writeStringField("author", "Assay");
      json.writeStringField("role", "Evaluation tool");
      json.writeStringField("timestamp", told.day());
      json.writeNumberField("version", 1);
      json.writeStringField("tooling", "Assay " + evaluation.assayVersion());
      json.writeArrayFieldStart("statements");
      for (List<Flaw> flaws : told.byFlaw().values()) {
        for (Flaw flaw : flaws) {
          statement(json, flaw, told, images);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void statement(
      JsonGenerator json, Flaw flaw, Told told, List<Product.Image> images) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("vulnerability");
    json.writeStringField("name", flaw.id());
    json.writeEndObject();
    json.writeArrayFieldStart("products");
    json.writeStartObject();
    json.writeStringField("@id", told.product());
    if (images.size() == 1) {
      json.writeObjectFieldStart("hashes");
      json.writeStringField("sha-256", images.getFirst().sha256());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("subcomponents");
    part(json, told.component(flaw));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeStringField("status", flaw.state().name().toLowerCase(Locale.ROOT));
    switch (flaw.state()) {
      case NOT_AFFECTED -> reason(json, flaw);
      case AFFECTED -> {
        json.writeStringField("action_statement", told.action(flaw));
        json.writeStringField("status_notes", Told.detail(flaw));
      }
      default -> json.writeStringField("status_notes", Told.detail(flaw));
    }
    json.writeEndObject();
  }

  /** A justification or an impact statement, never both. */
  private static void reason(JsonGenerator json, Flaw flaw) throws IOException {
    if (flaw.justification().isEmpty()) {
      json.writeStringField("impact_statement", Told.detail(flaw));
    } else {
      json.writeStringField("justification", flaw.justification());
      json.writeStringField("status_notes", Told.detail(flaw));
    }
  }

  private static void part(JsonGenerator json, Component component) throws IOException {
    json.writeStartObject();
    json.writeStringField("@id", Told.identifier(component));
    if (!component.purl().isEmpty() || !component.cpe().isEmpty()) {
      json.writeObjectFieldStart("identifiers");
      if (!component.purl().isEmpty()) {
        json.writeStringField("purl", component.purl());
      }
      if (!component.cpe().isEmpty()) {
        json.writeStringField("@cpe23", component.cpe());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
