package dev.assay.inspect.web;

import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment descriptor of a web application, or the one that a server gives all of them (Jakarta
 * Servlet 6.0 §14).
 */
final class WebXml {
  private final List<XmlElement> elements;
  private final boolean whole;

  /**
   * A servlet or filter.
   *
   * @param named the name that mappings use
   * @param type its class, without package, with its place
   * @param parameters by name
   */
  record Part(String named, Setting type, Map<String, Setting> parameters) {
    boolean is(String name) {
      return type.value().endsWith("." + name) || type.value().equals(name);
    }

    Optional<Setting> parameter(String name) {
      return Optional.ofNullable(parameters.get(name));
    }
  }

  private WebXml(FlatSettings settings) {
    elements = XmlElement.of(settings);
    whole = settings.whole();
  }

  static WebXml read(SourceFile file) {
    return new WebXml(XmlFile.read(file));
  }

  boolean isWhole() {
    return whole;
  }

  List<Part> servlets() {
    return parts("servlet", "servlet-class");
  }

  /** Those that are mapped to requests. */
  List<Part> filters() {
    List<String> mapped =
        elements.stream()
            .filter(each -> each.name().equals("filter-mapping"))
            .flatMap(mapping -> child(mapping, "filter-name").map(Setting::value).stream())
            .toList();
    return parts("filter", "filter-class").stream()
        .filter(filter -> mapped.contains(filter.named()))
        .toList();
  }

  /** The text of the first element of this name. */
  Optional<Setting> text(String name) {
    return elements.stream()
        .filter(each -> each.name().equals(name))
        .flatMap(each -> each.text().stream())
        .findFirst();
  }

  /** Whether an element has this name and text. */
  boolean says(String name, String text) {
    return elements.stream()
        .filter(each -> each.name().equals(name))
        .flatMap(each -> each.text().stream())
        .anyMatch(each -> each.value().equalsIgnoreCase(text));
  }

  private List<Part> parts(String element, String type) {
    List<Part> parts = new ArrayList<>();
    for (XmlElement part : elements) {
      if (part.name().equals(element)) {
        child(part, type)
            .ifPresent(
                of ->
                    parts.add(
                        new Part(
                            child(part, element + "-name").map(Setting::value).orElse(""),
                            of,
                            parameters(part))));
      }
    }
    return parts;
  }

  private Map<String, Setting> parameters(XmlElement part) {
    Map<String, Setting> parameters = new LinkedHashMap<>();
    for (XmlElement each : elements) {
      if (each.name().equals("init-param") && part.holds(each)) {
        child(each, "param-name")
            .ifPresent(
                name ->
                    child(each, "param-value")
                        .ifPresent(value -> parameters.put(name.value(), value)));
      }
    }
    return parameters;
  }

  private Optional<Setting> child(XmlElement parent, String name) {
    return elements.stream()
        .filter(each -> each.name().equals(name) && parent.holds(each))
        .flatMap(each -> each.text().stream())
        .findFirst();
  }
}
