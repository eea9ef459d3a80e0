package dev.assay.formats.axml;

import java.util.List;
import java.util.Optional;

/**
 * One element.
 *
 * @param line in the XML it was compiled from
 */
public record Element(String name, int line, List<Attribute> attributes, List<Element> children) {

  /**
   * One attribute.
   *
   * @param resource resource id of the name, 0 where there is none
   * @param type of {@code Res_value}
   * @param data number, boolean (not 0) or reference
   * @param text the value as text: strings as they are, numbers in decimal, references
   *     {@code @7f010000}
   */
  public record Attribute(String name, int resource, int type, int data, String text) {}

  /** The attribute of a resource id. */
  public Optional<Attribute> attribute(int resource) {
    return attributes.stream().filter(attribute -> attribute.resource() == resource).findFirst();
  }

  /** The attribute of a name that has no resource id: {@code package}. */
  public Optional<Attribute> attribute(String wanted) {
    return attributes.stream().filter(attribute -> attribute.name().equals(wanted)).findFirst();
  }

  /** Children of a name, in their order. */
  public List<Element> children(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).toList();
  }
}
