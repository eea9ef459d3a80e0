package dev.assay.inspect.web;

import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a configuration.
 *
 * @param path as {@link dev.assay.inspect.settings.XmlFile} has it
 * @param name local name
 * @param text what it holds where that is nothing but text
 */
record XmlElement(
    String path, String name, Map<String, Setting> attributes, Optional<Setting> text) {
  /** All elements, each after those it stands in. */
  static List<XmlElement> of(FlatSettings settings) {
    Map<String, Map<String, Setting>> attributes = new LinkedHashMap<>();
    Map<String, Setting> texts = new LinkedHashMap<>();
    for (Setting each : settings.scalars()) {
      int at = each.key().lastIndexOf(".@");
      String path = at < 0 ? each.key() : each.key().substring(0, at);
      for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
        attributes.computeIfAbsent(path.substring(0, end), k -> new LinkedHashMap<>());
      }
      Map<String, Setting> own = attributes.computeIfAbsent(path, k -> new LinkedHashMap<>());
      if (at < 0) {
        texts.put(path, each);
      } else {
        own.put(each.key().substring(at + 2), each);
      }
    }
    List<XmlElement> elements = new ArrayList<>();
    attributes.forEach(
        (path, own) ->
            elements.add(
                new XmlElement(
                    path, name(path), Map.copyOf(own), Optional.ofNullable(texts.get(path)))));
    return elements;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[\\d+]$", "");
  }

  boolean holds(XmlElement other) {
    return other.path.startsWith(path + ".");
  }

  /** The value of the first of these attributes that is there and not empty. */
  Optional<String> get(String... names) {
    return setting(names).map(Setting::value);
  }

  /** Whether the first of these attributes that is there says so. */
  boolean says(boolean otherwise, String... names) {
    return get(names).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** Where the first of these attributes stands. */
  Optional<Evidence> where(String... names) {
    return setting(names).map(Setting::at);
  }

  private Optional<Setting> setting(String... names) {
    for (String each : names) {
      Setting setting = attributes.get(each);
      if (setting != null && !setting.value().isEmpty()) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  /** The class that it names, without package. */
  String type() {
    String type = get("className").orElse("");
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
