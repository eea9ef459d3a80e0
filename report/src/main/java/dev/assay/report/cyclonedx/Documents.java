package dev.assay.report.cyclonedx;

import dev.assay.model.Evaluation;
import dev.assay.model.Product;
import dev.assay.report.bom.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Component.Type;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.metadata.ToolInformation;

/** What CycloneDX documents of a product have in common: who made them, when, about what. */
final class Documents {
  /** Reference of the product itself; no component has it, since their ids have a colon. */
  static final String PRODUCT = "product";

  private Documents() {}

  /**
   * A document without components.
   *
   * @param named what its serial number is made from, not chance: the same text, the same number
   */
  static Bom of(Evaluation evaluation, Inventory inventory, String named) {
    Bom bom = new Bom();
    bom.setSerialNumber(
        "urn:uuid:" + UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)));
    Metadata metadata = new Metadata();
    metadata.setTimestamp(day(evaluation));
    metadata.setToolChoice(tool(evaluation.assayVersion()));
    metadata.setComponent(product(evaluation.product(), inventory));
    bom.setMetadata(metadata);
    return bom;
  }

  static void write(Bom bom, OutputStream out) throws IOException {
    try {
      out.write(
          BomGeneratorFactory.createJson(Version.VERSION_16, bom)
              .toJsonString()
              .getBytes(StandardCharsets.UTF_8));
    } catch (GeneratorException e) {
      throw new IOException(e);
    }
  }

  /** The day of the evaluation: no clock is asked. */
  static Date day(Evaluation evaluation) {
    return Date.from(LocalDate.parse(evaluation.asOf()).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static ToolInformation tool(String version) {
    Component tool = new Component();
    tool.setType(Type.APPLICATION);
    tool.setName("Assay");
    tool.setVersion(version);
    ToolInformation tools = new ToolInformation();
    tools.setComponents(List.of(tool));
    return tools;
  }

  private static Component product(Product source, Inventory inventory) {
    Component product = new Component();
    product.setType(Type.FIRMWARE);
    product.setBomRef(PRODUCT);
    product.setName(source.name());
    if (!source.version().isEmpty()) {
      product.setVersion(source.version());
    }
    List<Product.Image> images = inventory.files();
    if (!images.isEmpty()) {
      product.setComponents(images.stream().map(Documents::image).toList());
    }
    return product;
  }

  private static Component image(Product.Image source) {
    Component image = new Component();
    image.setType(Type.FILE);
    image.setBomRef("image:" + source.name());
    image.setName(source.name());
    image.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, source.sha256())));
    return image;
  }
}
