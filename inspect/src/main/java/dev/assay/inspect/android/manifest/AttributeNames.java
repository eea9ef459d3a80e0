package dev.assay.inspect.android.manifest;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.PackageResources;
import dev.assay.model.AndroidAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names attributes as the system does: by the resource id, whatever the file calls them. */
final class AttributeNames {
  private final PackageResources resources;

  AttributeNames(PackageResources resources) {
    this.resources = resources;
  }

  /** Attributes of an element by name, references resolved; the first of a name counts. */
  Map<String, String> of(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    for (Element.Attribute attribute : element.attributes()) {
      AndroidAttributes.name(attribute.resource())
          .ifPresent(name -> attributes.putIfAbsent(name, resources.text(attribute)));
    }
    return Collections.unmodifiableMap(attributes);
  }

  /** Names of an element's attributes whose resources could not be read. */
  List<String> lost(Element element) {
    return element.attributes().stream()
        .filter(resources::lost)
        .flatMap(attribute -> AndroidAttributes.name(attribute.resource()).stream())
        .toList();
  }
}
