package dev.assay.report.cyclonedx;

import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.report.bom.Inventory;
import dev.assay.report.bom.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;

/**
 * The parts of a product with their identity, digests, licences and places, and what each needs of
 * the others.
 */
public final class CycloneDx implements Bundle.View {
  @Override
  public String fileName() {
    return "sbom.cdx.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Inventory inventory = Inventory.of(evaluation);
    Bom bom = Documents.of(evaluation, inventory, root);
    List<Component> components = new ArrayList<>();
    for (Item item : inventory.items()) {
      components.add(Components.of(item));
      bom.addDependency(dependency(item.id(), item.dependsOn()));
    }
    bom.setComponents(components);
    bom.addDependency(dependency(Documents.PRODUCT, inventory.tops()));
    Documents.write(bom, out);
  }

  private static Dependency dependency(String id, List<String> needed) {
    Dependency dependency = new Dependency(id);
    needed.forEach(each -> dependency.addDependency(new Dependency(each)));
    return dependency;
  }
}
