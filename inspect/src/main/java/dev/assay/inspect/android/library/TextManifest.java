package dev.assay.inspect.android.library;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.axml.Element;
import dev.assay.formats.axml.Element.Attribute;
import dev.assay.formats.stream.UntrustedXml;
import dev.assay.model.AndroidAttributes;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a manifest that is not compiled, as the compiler would see it. References stay as they are
 * written; entities and document types are not followed.
 */
final class TextManifest {
  private static final int MAX_SIZE = 4 << 20;
  private static final int MAX_ELEMENTS = 100_000;
  private static final int MAX_DEPTH = 90;
  private static final int STRING = 0x03;
  private static final int DECIMAL = 0x10;
  private static final int BOOLEAN = 0x12;
  private static final String ANDROID = "http://schemas.android.com/apk/res/android";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final List<String> LEVELS = List.of("normal", "dangerous", "signature");

  private TextManifest() {}

  /**
   * The root element.
   *
   * @throws Malformed {@code aar.manifest} where it is no XML, or too large
   */
  static Element read(Bytes content) {
    if (content.size() > MAX_SIZE) {
      throw new Malformed(
          "aar.manifest", 0, "expected at most " + MAX_SIZE + " bytes; found " + content.size());
    }
    try {
      return read(UntrustedXml.open(new ByteArrayInputStream(content.toArray(MAX_SIZE))));
    } catch (XMLStreamException broken) {
      int at = broken.getLocation() == null ? 0 : broken.getLocation().getCharacterOffset();
      throw new Malformed(
          "aar.manifest",
          Math.max(0, at),
          "expected XML; " + firstLine(String.valueOf(broken.getMessage())));
    }
  }

  private static String firstLine(String message) {
    return message.lines().reduce((first, last) -> last).orElse("");
  }

  private static Element read(XMLStreamReader reader) throws XMLStreamException {
    Deque<Element> open = new ArrayDeque<>();
    open.push(new Element("", 0, List.of(), new ArrayList<>()));
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
            throw new Malformed(
                "aar.manifest",
                reader.getLocation().getCharacterOffset(),
                "more than " + MAX_ELEMENTS + " elements or " + MAX_DEPTH + " levels");
          }
          Element element = element(reader);
          open.element().children().add(element);
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        default -> {
          // Texts and comments mean nothing in a manifest.
        }
      }
    }
    return open.getLast().children().getFirst();
  }

  private static Element element(XMLStreamReader reader) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      boolean known = ANDROID.equals(reader.getAttributeNamespace(i));
      attributes.add(
          attribute(name, known ? AndroidAttributes.id(name) : 0, reader.getAttributeValue(i)));
    }
    return new Element(
        reader.getLocalName(), reader.getLocation().getLineNumber(), attributes, new ArrayList<>());
  }

  private static Attribute attribute(String name, int resource, String value) {
    if (value.equals("true") || value.equals("false")) {
      return new Attribute(name, resource, BOOLEAN, value.equals("true") ? -1 : 0, value);
    }
    if (NUMBER.matcher(value).matches()) {
      return new Attribute(name, resource, DECIMAL, Integer.parseInt(value), value);
    }
    int level = name.equals("protectionLevel") ? LEVELS.indexOf(value.split("\\|", 2)[0]) : -1;
    return new Attribute(name, resource, STRING, Math.max(0, level), value);
  }
}
