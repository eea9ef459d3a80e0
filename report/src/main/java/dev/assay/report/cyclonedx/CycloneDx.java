package dev.assay.report.cyclonedx;

import dev.assay.evidence.Bundle;
import dev.assay.model.Artifact;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Component.Type;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.component.evidence.Occurrence;
import org.cyclonedx.model.metadata.ToolInformation;

/** The components of a product with their identity, digests and places. */
public final class CycloneDx implements Bundle.View {
  @Override
  public String fileName() {
    return "sbom.cdx.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    try {
      String json =
          BomGeneratorFactory.createJson(Version.VERSION_16, bom(evaluation, root)).toJsonString();
      out.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (GeneratorException e) {
      throw new IOException(e);
    }
  }

  private static Bom bom(Evaluation evaluation, String root) {
    Map<String, String> digests = new HashMap<>();
    for (Artifact artifact : evaluation.artifacts()) {
      digests.put(artifact.path(), artifact.sha256());
    }
    Bom bom = new Bom();
    // From the root, not from chance: the same evaluation is the same document.
    bom.setSerialNumber(
        "urn:uuid:" + UUID.nameUUIDFromBytes(root.getBytes(StandardCharsets.UTF_8)));
    bom.setMetadata(metadata(evaluation));
    List<Component> components = new ArrayList<>();
    for (Described described : evaluation.components()) {
      components.add(component(described.component(), digests));
    }
    bom.setComponents(components);
    return bom;
  }

  private static Metadata metadata(Evaluation evaluation) {
    Component tool = new Component();
    tool.setType(Type.APPLICATION);
    tool.setName("Assay");
    tool.setVersion(evaluation.assayVersion());
    ToolInformation tools = new ToolInformation();
    tools.setComponents(List.of(tool));
    Component product = new Component();
    product.setType(Type.FIRMWARE);
    product.setBomRef("product");
    product.setName(evaluation.product().name());
    if (!evaluation.product().version().isEmpty()) {
      product.setVersion(evaluation.product().version());
    }
    Metadata metadata = new Metadata();
    metadata.setTimestamp(null);
    metadata.setToolChoice(tools);
    metadata.setComponent(product);
    return metadata;
  }

  private static Component component(
      dev.assay.model.Component source, Map<String, String> digests) {
    Component component = new Component();
    component.setBomRef(source.id());
    component.setType(type(source.kind()));
    component.setName(source.name());
    if (!source.version().isEmpty()) {
      component.setVersion(source.version());
    }
    if (!source.purl().isEmpty()) {
      component.setPurl(source.purl());
    }
    if (!source.cpe().isEmpty()) {
      component.setCpe(source.cpe());
    }
    if (source.artifacts().size() == 1) {
      String digest = digests.getOrDefault(source.artifacts().getFirst(), "");
      if (!digest.isEmpty()) {
        component.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, digest)));
      }
    }
    component.setEvidence(evidence(source.artifacts()));
    return component;
  }

  private static org.cyclonedx.model.Evidence evidence(List<String> artifacts) {
    List<Occurrence> occurrences = new ArrayList<>();
    for (String path : artifacts) {
      Occurrence occurrence = new Occurrence();
      occurrence.setLocation(path);
      occurrences.add(occurrence);
    }
    org.cyclonedx.model.Evidence evidence = new org.cyclonedx.model.Evidence();
    evidence.setOccurrences(occurrences);
    return evidence;
  }

  private static Type type(String kind) {
    return switch (kind) {
      case "package", "executable", "software", "android-package" -> Type.APPLICATION;
      case "library", "dependency" -> Type.LIBRARY;
      case "kernel", "operating-system" -> Type.OPERATING_SYSTEM;
      case "certificate", "private-key", "key-store" -> Type.CRYPTOGRAPHIC_ASSET;
      case "bootloader" -> Type.FIRMWARE;
      default -> Type.DATA;
    };
  }
}
