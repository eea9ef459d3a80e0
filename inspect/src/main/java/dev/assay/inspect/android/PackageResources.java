package dev.assay.inspect.android;

import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.arsc.ResourceTable;
import dev.assay.formats.axml.Element;
import java.util.Optional;

/**
 * What references of an Android package's manifest come to. Where its resources are missing or
 * damaged, they come to nothing.
 */
public final class PackageResources {
  private static final int REFERENCE = 0x01;

  private final Optional<ResourceTable> table;

  private PackageResources(Optional<ResourceTable> table) {
    this.table = table;
  }

  /** The resources of a package. */
  public static PackageResources of(ApkDirectory apk) {
    try {
      return new PackageResources(apk.open("resources.arsc").map(ResourceTable::read));
    } catch (Malformed unreadable) {
      return new PackageResources(Optional.empty());
    }
  }

  /** The text or the path of a file that an attribute stands for; what it says where it is none. */
  public String text(Element.Attribute attribute) {
    return attribute.type() == REFERENCE
        ? referred(attribute.data()).orElse(attribute.text())
        : attribute.text();
  }

  private Optional<String> referred(int id) {
    try {
      return table.flatMap(resources -> resources.text(id));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }
}
