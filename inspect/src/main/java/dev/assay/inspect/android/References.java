package dev.assay.inspect.android;

import dev.assay.formats.axml.Element;
import dev.assay.formats.axml.Element.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts what resources say in the place of references, where a manifest must say yes or no: {@code
 * android:debuggable="@bool/debug"}.
 */
final class References {
  static final int REFERENCE = 0x01;
  private static final int BOOLEAN = 0x12;

  private static final Set<Integer> FLAGS =
      Set.of(
          Attributes.HAS_CODE,
          Attributes.ENABLED,
          Attributes.DEBUGGABLE,
          Attributes.EXPORTED,
          Attributes.TEST_ONLY,
          Attributes.ALLOW_BACKUP,
          Attributes.CLEARTEXT_TRAFFIC);

  private References() {}

  /** Whether a manifest has such references. */
  static boolean in(Element root) {
    return Stream.concat(
            root.children("application").stream(),
            root.children("application").stream().flatMap(each -> each.children().stream()))
        .flatMap(element -> element.attributes().stream())
        .anyMatch(References::isFlag);
  }

  /**
   * The manifest with what they come to. Those that come to nothing, or to something else on other
   * devices, stay: they count as set.
   */
  static Element resolved(Element element, PackageResources resources) {
    List<Attribute> attributes =
        element.attributes().stream().map(each -> resolved(each, resources)).toList();
    List<Element> children =
        element.children().stream().map(each -> resolved(each, resources)).toList();
    return new Element(element.name(), element.line(), attributes, children);
  }

  private static Attribute resolved(Attribute attribute, PackageResources resources) {
    Optional<String> said =
        Optional.of(attribute)
            .filter(References::isFlag)
            .flatMap(resources::constant)
            .filter(text -> text.equals("true") || text.equals("false"));
    return said.map(
            text ->
                new Attribute(
                    attribute.name(),
                    attribute.resource(),
                    BOOLEAN,
                    text.equals("true") ? -1 : 0,
                    text))
        .orElse(attribute);
  }

  private static boolean isFlag(Attribute attribute) {
    return attribute.type() == REFERENCE && FLAGS.contains(attribute.resource());
  }
}
