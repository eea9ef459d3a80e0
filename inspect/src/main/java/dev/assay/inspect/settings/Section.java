package dev.assay.inspect.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A section of a {@link Blocks} file: values and further sections by name. */
public final class Section {
  final Map<String, Setting> values = new LinkedHashMap<>();
  final Map<String, Section> sections = new LinkedHashMap<>();

  /** The value at a dotted path below: {@code plugins.vici.socket}. */
  public Optional<Setting> get(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0
        ? Optional.ofNullable(values.get(path))
        : section(path.substring(0, dot)).flatMap(s -> s.get(path.substring(dot + 1)));
  }

  /** The section at a dotted path below. */
  public Optional<Section> section(String path) {
    Optional<Section> at = Optional.of(this);
    for (String name : path.split("\\.")) {
      at = at.map(section -> section.sections.get(name));
    }
    return at;
  }

  public Map<String, Section> sections() {
    return sections;
  }

  public Map<String, Setting> values() {
    return values;
  }
}
