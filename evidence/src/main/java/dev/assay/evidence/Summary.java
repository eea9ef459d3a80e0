package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Evaluation;
import dev.assay.model.Outcome;
import dev.assay.model.Product;
import dev.assay.model.Severity;
import dev.assay.model.Stretch;
import dev.assay.model.Waived;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code evaluation.json} without its root. */
final class Summary {
  private Summary() {}

  static byte[] of(Evaluation evaluation) {
    return Lines.of(List.of(evaluation), Summary::write).getFirst();
  }

  private static void write(JsonGenerator json, Evaluation evaluation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", 1);
    json.writeObjectFieldStart("assay");
    json.writeStringField("version", evaluation.assayVersion());
    json.writeEndObject();
    product(json, evaluation.product());
    json.writeObjectFieldStart("catalogue");
    json.writeStringField("profile", evaluation.profile());
    json.writeStringField("digest", evaluation.catalogueDigest());
    json.writeNumberField("cases", evaluation.cases().size());
    json.writeNumberField("planned", evaluation.planned().size());
    json.writeEndObject();
    tests(json, evaluation.identities());
    feed(json, evaluation);
    json.writeStringField("asOf", evaluation.asOf());
    counts(json, evaluation);
    Map<String, Long> failed = BundleContent.failed(evaluation);
    json.writeObjectFieldStart("failed");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.word(), failed.getOrDefault(severity.word(), 0L));
    }
    json.writeEndObject();
    waived(json, evaluation.waived());
    json.writeObjectFieldStart("gate");
    json.writeStringField("decision", evaluation.gate().decision().name());
    json.writeStringField("policy", evaluation.gate().policy());
    digest(json, "policyDigest", evaluation.gate().policyDigest());
    digest(json, "waiversDigest", evaluation.gate().waiversDigest());
    // Bundles without VEX documents stay what they were before there was such a field.
    if (evaluation.gate().vexDigests().isPresent()) {
      digest(json, "vexDigests", evaluation.gate().vexDigests());
    }
    ModelJson.strings(json, "reasons", evaluation.gate().reasons());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void tests(JsonGenerator json, List<CaseIdentity> identities) throws IOException {
    json.writeArrayFieldStart("tests");
    for (CaseIdentity identity : identities) {
      json.writeStartObject();
      json.writeStringField("test", identity.test());
      json.writeNumberField("revision", identity.revision());
      json.writeStringField("digest", identity.digest());
      // Bundles of cases without a weakness stay what they were before there was such a field.
      if (identity.weakness().isPresent()) {
        json.writeStringField("weakness", identity.weakness().get());
      }
      json.writeFieldName("measured");
      if (identity.measured().isPresent()) {
        RecordJson.write(json, identity.measured().get());
      } else {
        json.writeNull();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void digest(JsonGenerator json, String name, Optional<String> digest)
      throws IOException {
    if (digest.isPresent()) {
      json.writeStringField(name, digest.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static void feed(JsonGenerator json, Evaluation evaluation) throws IOException {
    if (evaluation.feedDigest().isEmpty()) {
      json.writeNullField("feed");
      return;
    }
    json.writeObjectFieldStart("feed");
    json.writeStringField("digest", evaluation.feedDigest().get());
    json.writeEndObject();
  }

  private static void product(JsonGenerator json, Product product) throws IOException {
    json.writeObjectFieldStart("product");
    json.writeStringField("name", product.name());
    json.writeStringField("version", product.version());
    json.writeArrayFieldStart("images");
    for (Product.Image image : product.images()) {
      json.writeStartObject();
      json.writeStringField("name", image.name());
      json.writeStringField("sha256", image.sha256());
      json.writeNumberField("size", image.size());
      outline(json, image.outline());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void outline(JsonGenerator json, List<Stretch> stretches) throws IOException {
    json.writeArrayFieldStart("outline");
    for (Stretch stretch : stretches) {
      json.writeStartObject();
      json.writeNumberField("offset", stretch.start());
      json.writeNumberField("length", stretch.length());
      json.writeStringField("name", stretch.name());
      json.writeStringField("is", stretch.is());
      json.writeStringField("type", stretch.type());
      json.writeNumberField("entropy", stretch.entropy());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, Evaluation evaluation) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("artifacts", evaluation.artifacts().size());
    json.writeNumberField("components", evaluation.components().size());
    json.writeNumberField("planned", evaluation.plan().stream().filter(p -> p.run()).count());
    json.writeNumberField("pass", count(evaluation, Outcome.PASS));
    json.writeNumberField("fail", count(evaluation, Outcome.FAIL));
    json.writeNumberField("inconclusive", count(evaluation, Outcome.INCONCLUSIVE));
    json.writeEndObject();
  }

  private static long count(Evaluation evaluation, Outcome outcome) {
    return evaluation.verdicts().stream().filter(verdict -> verdict.outcome() == outcome).count();
  }

  private static void waived(JsonGenerator json, List<Waived> waivers) throws IOException {
    json.writeArrayFieldStart("waived");
    for (Waived waived : waivers) {
      json.writeStartObject();
      json.writeStringField("test", waived.test());
      json.writeStringField("component", waived.component());
      json.writeStringField("reason", waived.reason());
      json.writeStringField("by", waived.by());
      json.writeStringField("until", waived.until());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
