package dev.assay.inspect.android;

import dev.assay.formats.axml.Element;
import java.util.ArrayList;
import java.util.List;

/** Puts the manifests of an app's modules together, as the system does when it installs them. */
final class WholeManifest {
  private static final String APPLICATION = "application";

  private WholeManifest() {}

  /** The base with what the other modules add to it. */
  static Element of(Element base, List<Element> modules) {
    List<Element> children = new ArrayList<>();
    for (Element child : base.children()) {
      children.add(child.name().equals(APPLICATION) ? withParts(child, modules) : child);
    }
    for (Element module : modules) {
      module.children().stream()
          .filter(child -> !child.name().equals(APPLICATION))
          .forEach(children::add);
    }
    return with(base, children);
  }

  private static Element withParts(Element application, List<Element> modules) {
    List<Element> parts = new ArrayList<>(application.children());
    for (Element module : modules) {
      module.children(APPLICATION).forEach(more -> parts.addAll(more.children()));
    }
    return with(application, parts);
  }

  private static Element with(Element element, List<Element> children) {
    return new Element(element.name(), element.line(), element.attributes(), children);
  }
}
