package dev.assay.inspect.web;

import dev.assay.formats.stream.UntrustedXml;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads Jetty's XML ("Jetty XML Syntax"), and the beans of a program that embeds Jetty through
 * Spring (spring-beans.xsd): which property of an object of which class is set to what. {@code
 * Property} elements take the value of the start properties, else their default. Entities and
 * document types are not followed.
 */
final class JettyXml {
  private static final int MAX_SETTINGS = 10_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_TEXT = 4096;

  private static final Set<String> OBJECTS = Set.of("New", "Configure", "bean");

  /**
   * @param type class of the object, without package; empty where unknown
   * @param object number of the object in the file
   */
  record Setting(String type, int object, String name, String value, Evidence where) {}

  private record Open(
      String element, String name, String type, int object, StringBuilder text, int line) {}

  private final SourceFile file;
  private final Map<String, String> properties;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Setting> settings = new ArrayList<>();
  private int objects;

  private JettyXml(SourceFile file, Map<String, String> properties) {
    this.file = file;
    this.properties = properties;
  }

  /** The settings of a file; empty where it is no XML. */
  static Optional<List<Setting>> read(SourceFile file, Map<String, String> properties) {
    JettyXml xml = new JettyXml(file, properties);
    try {
      XMLStreamReader reader = UntrustedXml.open(new ByteArrayInputStream(file.bytes()));
      while (reader.hasNext()) {
        if (xml.settings.size() >= MAX_SETTINGS || xml.open.size() >= MAX_DEPTH) {
          file.cut("more than " + MAX_SETTINGS + " settings, or " + MAX_DEPTH + " levels");
          break;
        }
        xml.event(reader.next(), reader);
      }
      reader.close();
      return Optional.of(xml.settings);
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private void event(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(reader.getText());
      case XMLStreamConstants.END_ELEMENT -> end();
      default -> {
        // Comments and instructions.
      }
    }
  }

  private void start(XMLStreamReader reader) {
    String element = reader.getLocalName();
    String name = attribute(reader, "name");
    Optional<Open> around = Optional.ofNullable(open.peek());
    boolean object = OBJECTS.contains(element);
    String type = object ? attribute(reader, "class") : around.map(Open::type).orElse("");
    int number = object ? ++objects : around.map(Open::object).orElse(0);
    open.push(
        new Open(
            element,
            name,
            type.substring(type.lastIndexOf('.') + 1),
            number,
            new StringBuilder(),
            reader.getLocation().getLineNumber()));
    if (element.equals("Property") && !name.isEmpty()) {
      String old = attribute(reader, "deprecated");
      String preset = attribute(reader, "default");
      append(properties.getOrDefault(name, properties.getOrDefault(old, preset)));
    }
    if (element.equals("property")) {
      append(attribute(reader, "value"));
    }
  }

  private void end() {
    Open closed = open.pop();
    String text = closed.text().toString().strip();
    switch (closed.element()) {
      case "Set", "Call", "Arg", "property" -> {
        if (!closed.name().isEmpty()) {
          Evidence where =
              Evidence.line(
                  file.path(), closed.line(), closed.name() + " = " + shown(closed.name(), text));
          settings.add(new Setting(closed.type(), closed.object(), closed.name(), text, where));
        }
      }
      case "Item" -> append(text + " ");
      case "Property", "Array", "SystemProperty", "Env", "value" -> append(text);
      default -> {
        // Other elements make objects, whose own settings were taken.
      }
    }
  }

  private static String shown(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains("password") ? "…" : text;
  }

  private void append(String text) {
    Open top = open.peek();
    if (top != null && top.text().length() + text.length() <= MAX_TEXT) {
      top.text().append(text);
    } else if (top != null && !text.isBlank()) {
      file.cut("a value longer than " + MAX_TEXT + " characters");
    }
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue("", name);
    String plain = value == null ? reader.getAttributeValue(null, name) : value;
    return plain == null ? "" : plain;
  }
}
