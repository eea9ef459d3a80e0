package dev.assay.report.cyclonedx;

import dev.assay.report.bom.Item;
import dev.assay.report.bom.SpdxExpression;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Component.Type;
import org.cyclonedx.model.Evidence;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.OrganizationalEntity;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.component.evidence.Occurrence;
import org.cyclonedx.model.license.Acknowledgement;
import org.cyclonedx.model.license.Expression;

/** Parts of a product as CycloneDX components. */
final class Components {
  private Components() {}

  static Component of(Item item) {
    dev.assay.model.Component source = item.component();
    Component component = new Component();
    component.setBomRef(item.id());
    component.setType(type(item.type()));
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
    if (!item.supplier().isEmpty()) {
      OrganizationalEntity supplier = new OrganizationalEntity();
      supplier.setName(item.supplier());
      component.setSupplier(supplier);
    }
    item.sha256()
        .ifPresent(
            digest -> component.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, digest))));
    if (!item.licenses().isEmpty()) {
      component.setLicenses(licenses(item.licenses()));
    }
    component.setProperties(List.of(new Property("assay:kind", source.kind())));
    component.setEvidence(evidence(source.artifacts()));
    return component;
  }

  /** An expression where all are expressions; a list cannot hold both sorts. */
  private static LicenseChoice licenses(List<String> declared) {
    LicenseChoice choice = new LicenseChoice();
    boolean onlyIds = declared.stream().allMatch(SpdxExpression::isId);
    if (!onlyIds && declared.stream().allMatch(SpdxExpression::is)) {
      Expression expression = new Expression(SpdxExpression.all(declared));
      expression.setAcknowledgement(Acknowledgement.DECLARED);
      choice.setExpression(expression);
      return choice;
    }
    for (String each : declared) {
      License license = new License();
      license.setAcknowledgement(Acknowledgement.DECLARED);
      if (SpdxExpression.isId(each)) {
        license.setId(each);
      } else {
        license.setName(each);
      }
      choice.addLicense(license);
    }
    return choice;
  }

  private static Evidence evidence(List<String> artifacts) {
    List<Occurrence> occurrences = new ArrayList<>();
    for (String path : artifacts) {
      Occurrence occurrence = new Occurrence();
      occurrence.setLocation(path);
      occurrences.add(occurrence);
    }
    Evidence evidence = new Evidence();
    evidence.setOccurrences(occurrences);
    return evidence;
  }

  private static Type type(Item.Type type) {
    return switch (type) {
      case APPLICATION -> Type.APPLICATION;
      case LIBRARY -> Type.LIBRARY;
      case OPERATING_SYSTEM -> Type.OPERATING_SYSTEM;
      case FIRMWARE -> Type.FIRMWARE;
      case CRYPTOGRAPHIC -> Type.CRYPTOGRAPHIC_ASSET;
      case DATA -> Type.DATA;
    };
  }
}
