package dev.assay.compare.change.data;

import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.axml.AndroidXml;
import dev.assay.formats.axml.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Attributes of Android's binary XML by their path: {@code /manifest/application/@debuggable}. */
public final class AndroidXmlValues implements Values {
  private static final int MAX = 16 << 20;

  @Override
  public String what() {
    return "element";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() <= MAX && content.has(0, (byte) 3, (byte) 0, (byte) 8, (byte) 0);
  }

  @Override
  public ValueSet of(Bytes content) {
    Map<String, String> values = new TreeMap<>();
    Element root = AndroidXml.read(content);
    add("/" + root.name(), root, values);
    return ValueSet.of(values);
  }

  private static void add(String path, Element element, Map<String, String> into) {
    into.put(path, "");
    for (Element.Attribute attribute : element.attributes()) {
      into.put(
          path + "/@" + attribute.name(),
          attribute.text().isEmpty()
              ? "type 0x%x, 0x%x".formatted(attribute.type(), attribute.data())
              : attribute.text());
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (Element child : element.children()) {
      int number = numbers.merge(child.name(), 1, Integer::sum);
      add(path + "/" + child.name() + (number == 1 ? "" : "[" + number + "]"), child, into);
    }
  }
}
