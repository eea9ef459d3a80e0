package dev.assay.inspect.android;

import dev.assay.formats.Malformed;
import dev.assay.formats.axml.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What references of an Android package's manifest come to. Where its resources are missing or
 * damaged, they come to nothing.
 */
public final class PackageResources {
  private static final int REFERENCE = 0x01;

  private final Optional<IntFunction<Optional<String>>> table;
  private final Map<Integer, Optional<String>> known = new HashMap<>();

  private PackageResources(Optional<IntFunction<Optional<String>>> table) {
    this.table = table;
  }

  /** The resources of an app. */
  static PackageResources of(App app) {
    try {
      return new PackageResources(app.form().resources(app.archive()));
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
    return known.computeIfAbsent(id, this::found);
  }

  private Optional<String> found(int id) {
    try {
      return table.flatMap(resources -> resources.apply(id));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }
}
