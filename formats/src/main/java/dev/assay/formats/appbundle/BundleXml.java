package dev.assay.formats.appbundle;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.axml.Element;
import dev.assay.formats.proto.ProtoMessage;
import java.util.ArrayList;
import java.util.List;

/** Reads the XML of app bundles. */
public final class BundleXml {
  private static final int MAX_SIZE = 16 << 20;
  private static final int MAX_ELEMENTS = 200_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_ATTRIBUTES = 500;

  private int elements;

  private BundleXml() {}

  /**
   * The root element.
   *
   * @throws Malformed {@code proto.message}, {@code bundle.*} where there is none
   */
  public static Element read(Bytes content) {
    if (content.size() > MAX_SIZE) {
      throw new Malformed(
          "bundle.size", 0, "expected at most " + MAX_SIZE + " bytes; found " + content.size());
    }
    ProtoMessage node = ProtoMessage.read(content.block(0, (int) content.size()));
    if (!node.has(1)) {
      throw new Malformed("bundle.xml", 0, "expected an element; found none");
    }
    return new BundleXml().element(node, 0);
  }

  private Element element(ProtoMessage node, int depth) {
    if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
      throw new Malformed(
          "bundle.too-large",
          -1,
          "more than " + MAX_ELEMENTS + " elements or " + MAX_DEPTH + " levels; rest not read");
    }
    ProtoMessage element = node.message(1);
    List<Element.Attribute> attributes =
        element.messages(4).stream().limit(MAX_ATTRIBUTES).map(BundleXml::attribute).toList();
    List<Element> children = new ArrayList<>();
    for (ProtoMessage child : element.messages(5)) {
      if (child.has(1)) {
        children.add(element(child, depth + 1));
      }
    }
    int line = (int) node.message(3).number(1, 0);
    return new Element(element.text(3), line, attributes, children);
  }

  private static Element.Attribute attribute(ProtoMessage attribute) {
    return BundleItem.of(attribute.message(6), attribute.text(3))
        .named(attribute.text(2), (int) attribute.number(5, 0));
  }
}
