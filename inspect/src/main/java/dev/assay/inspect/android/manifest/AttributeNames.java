package dev.assay.inspect.android.manifest;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.PackageResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names attributes as the system does: by the resource id, whatever the file calls them. */
final class AttributeNames {
  private static final Map<Integer, String> NAMES = read();

  private final PackageResources resources;

  AttributeNames(PackageResources resources) {
    this.resources = resources;
  }

  /** Attributes of an element by name, references resolved; the first of a name counts. */
  Map<String, String> of(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    for (Element.Attribute attribute : element.attributes()) {
      String name = NAMES.get(attribute.resource());
      if (name != null) {
        attributes.putIfAbsent(name, resources.text(attribute));
      }
    }
    return Collections.unmodifiableMap(attributes);
  }

  /** Names of an element's attributes whose resources could not be read. */
  List<String> lost(Element element) {
    return element.attributes().stream()
        .filter(attribute -> NAMES.containsKey(attribute.resource()) && resources.lost(attribute))
        .map(attribute -> NAMES.get(attribute.resource()))
        .toList();
  }

  private static Map<Integer, String> read() {
    Map<Integer, String> names = new HashMap<>();
    try (InputStream in = AttributeNames.class.getResourceAsStream("attributes.tsv")) {
      if (in == null) {
        throw new IllegalStateException("resource attributes.tsv is missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> names.put(Integer.parseInt(row[0], 16), row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
