package dev.assay.compare.change.text;

import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.UntrustedXml;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts and attributes of XML documents by their path: {@code /users/user[2]/@name}. */
public final class XmlValues implements Values {
  private static final int MAX = 8 << 20;
  private static final int MOST = 100_000;
  private static final int DEEPEST = 200;

  /** An element that is open, and how many of each name it has had so far. */
  private record Open(String path, Map<String, Integer> children, StringBuilder text) {
    Open(String path) {
      this(path, new HashMap<>(), new StringBuilder());
    }

    String child(String name) {
      int number = children.merge(name, 1, Integer::sum);
      return path + "/" + name + (number == 1 ? "" : "[" + number + "]");
    }
  }

  @Override
  public String what() {
    return "element";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty()
        && content.size() <= MAX
        && content.has(0, "<")
        && TextChanges.isText(content);
  }

  @Override
  public ValueSet of(Bytes content) {
    try {
      return ValueSet.of(values(UntrustedXml.open(new ByteArrayInputStream(content.toArray(MAX)))));
    } catch (XMLStreamException e) {
      throw new Malformed("xml.damaged", -1, "is no XML");
    }
  }

  private static Map<String, String> values(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> values = new TreeMap<>();
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(""));
    while (xml.hasNext() && values.size() < MOST) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > DEEPEST) {
            throw new Malformed("xml.depth", -1, "elements are nested too deeply");
          }
          Open element = new Open(open.element().child(xml.getLocalName()));
          open.push(element);
          values.put(element.path(), "");
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            values.put(
                element.path() + "/@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Open closed = open.pop();
          values.put(closed.path(), closed.text().toString().strip());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text().append(xml.getText());
        default -> {}
      }
    }
    return values;
  }
}
