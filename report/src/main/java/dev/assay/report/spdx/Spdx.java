package dev.assay.report.spdx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.evidence.Bundle;
import dev.assay.model.Component;
import dev.assay.model.Evaluation;
import dev.assay.model.Product;
import dev.assay.report.bom.Inventory;
import dev.assay.report.bom.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The software of a product as packages, with what each needs of the others. Configuration and keys
 * have no place in SPDX 2.3; files are left to the bundle, since SPDX wants a SHA-1 of each.
 */
public final class Spdx implements Bundle.View {
  private static final String DOCUMENT = "SPDXRef-DOCUMENT";
  private static final String PRODUCT = "SPDXRef-product";

  @Override
  public String fileName() {
    return "sbom.spdx.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Inventory inventory = Inventory.of(evaluation);
    List<Item> items = inventory.items().stream().filter(Item::isSoftware).toList();
    Licensing licensing = new Licensing(items);
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("spdxVersion", "SPDX-2.3");
      json.writeStringField("dataLicense", "CC0-1.0");
      json.writeStringField("SPDXID", DOCUMENT);
      json.writeStringField("name", evaluation.product().name());
      // From the root, not from chance: the same evaluation is the same document.
      json.writeStringField("documentNamespace", "https://assay.dev/spdx/" + root);
      json.writeObjectFieldStart("creationInfo");
      json.writeStringField("created", evaluation.asOf() + "T00:00:00Z");
      json.writeArrayFieldStart("creators");
      json.writeString("Tool: Assay-" + evaluation.assayVersion());
      json.writeEndArray();
      json.writeEndObject();
      json.writeArrayFieldStart("packages");
      product(json, evaluation.product(), inventory.files());
      for (Item item : items) {
        part(json, item);
      }
      json.writeEndArray();
      licenses(json, licensing.named());
      json.writeArrayFieldStart("relationships");
      relationships(json, items);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void product(JsonGenerator json, Product product, List<Product.Image> files)
      throws IOException {
    json.writeStartObject();
    head(json, PRODUCT, product.name(), product.version(), "FIRMWARE");
    Optional<Product.Image> only =
        product.images().size() == 1 ? files.stream().findFirst() : Optional.empty();
    if (only.isPresent()) {
      json.writeStringField("packageFileName", only.get().name());
      checksum(json, only.get().sha256());
    }
    json.writeStringField("licenseDeclared", Licensing.UNKNOWN);
    json.writeEndObject();
  }

  private static void part(JsonGenerator json, Item item) throws IOException {
    Component component = item.component();
    json.writeStartObject();
    head(json, reference(item.id()), component.name(), component.version(), purpose(item.type()));
    if (!item.supplier().isEmpty()) {
      json.writeStringField("supplier", "Organization: " + item.supplier());
    }
    if (item.sha256().isPresent()) {
      json.writeStringField("packageFileName", component.artifacts().getFirst());
      checksum(json, item.sha256().get());
    }
    json.writeStringField("licenseDeclared", Licensing.declared(item));
    json.writeStringField("sourceInfo", "found in " + component.artifacts().getFirst());
    json.writeArrayFieldStart("externalRefs");
    external(json, "PACKAGE-MANAGER", "purl", component.purl());
    external(json, "SECURITY", "cpe23Type", component.cpe());
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void head(
      JsonGenerator json, String id, String name, String version, String purpose)
      throws IOException {
    json.writeStringField("SPDXID", id);
    json.writeStringField("name", name);
    if (!version.isEmpty()) {
      json.writeStringField("versionInfo", version);
    }
    json.writeStringField("primaryPackagePurpose", purpose);
    json.writeStringField("downloadLocation", Licensing.UNKNOWN);
    json.writeBooleanField("filesAnalyzed", false);
    json.writeStringField("licenseConcluded", Licensing.UNKNOWN);
    json.writeStringField("copyrightText", Licensing.UNKNOWN);
  }

  private static void checksum(JsonGenerator json, String sha256) throws IOException {
    json.writeArrayFieldStart("checksums");
    json.writeStartObject();
    json.writeStringField("algorithm", "SHA256");
    json.writeStringField("checksumValue", sha256);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void external(JsonGenerator json, String category, String type, String locator)
      throws IOException {
    if (!locator.isEmpty()) {
      json.writeStartObject();
      json.writeStringField("referenceCategory", category);
      json.writeStringField("referenceType", type);
      json.writeStringField("referenceLocator", locator);
      json.writeEndObject();
    }
  }

  private static void licenses(JsonGenerator json, Map<String, String> named) throws IOException {
    json.writeArrayFieldStart("hasExtractedLicensingInfos");
    for (Map.Entry<String, String> license : named.entrySet()) {
      json.writeStartObject();
      json.writeStringField("licenseId", license.getKey());
      json.writeStringField("name", license.getValue());
      json.writeStringField("extractedText", "Declared as: " + license.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void relationships(JsonGenerator json, List<Item> items) throws IOException {
    relationship(json, DOCUMENT, "DESCRIBES", PRODUCT);
    for (Item item : items) {
      relationship(json, PRODUCT, "CONTAINS", reference(item.id()));
    }
    Set<String> software = items.stream().map(Item::id).collect(Collectors.toSet());
    for (Item item : items) {
      for (String needed : item.dependsOn().stream().filter(software::contains).toList()) {
        relationship(json, reference(item.id()), "DEPENDS_ON", reference(needed));
      }
    }
  }

  private static void relationship(JsonGenerator json, String from, String type, String to)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("spdxElementId", from);
    json.writeStringField("relationshipType", type);
    json.writeStringField("relatedSpdxElement", to);
    json.writeEndObject();
  }

  /** Ids of SPDX have letters, digits, dots and hyphens only. */
  private static String reference(String id) {
    return "SPDXRef-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }

  private static String purpose(Item.Type type) {
    return switch (type) {
      case APPLICATION -> "APPLICATION";
      case LIBRARY -> "LIBRARY";
      case OPERATING_SYSTEM -> "OPERATING-SYSTEM";
      case FIRMWARE -> "FIRMWARE";
      case CRYPTOGRAPHIC, DATA -> "OTHER";
    };
  }
}
