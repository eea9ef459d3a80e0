package dev.assay.inspect.sbom;

import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import dev.assay.formats.stream.UntrustedXml;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A CycloneDX document as XML, brought to the form it has as JSON: lists by their names, attributes
 * beside children. Document types and entities are refused.
 */
final class CycloneDxXml {
  private static final int DEEPEST = 200;
  private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

  /** Elements whose children are the items of a list. */
  private static final Set<String> LISTS =
      Set.of("components", "dependencies", "hashes", "licenses", "authors", "occurrences");

  private CycloneDxXml() {}

  /**
   * @throws Malformed {@code sbom.xml} where it is no CycloneDX or damaged
   */
  static Json read(byte[] document) {
    XMLStreamReader reader = null;
    try {
      reader = UntrustedXml.open(new ByteArrayInputStream(document));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // Comments before the document.
      }
      String namespace = String.valueOf(reader.getNamespaceURI());
      if (!namespace.startsWith(NAMESPACE)) {
        throw new Malformed("sbom.xml", 0, "expected CycloneDX, found other XML");
      }
      Map<String, Json> members = new LinkedHashMap<>();
      if (element(reader, 0) instanceof Json.Members(var read)) {
        members.putAll(read);
      }
      members.put("specVersion", new Json.Text(namespace.substring(NAMESPACE.length())));
      return new Json.Members(members);
    } catch (XMLStreamException e) {
      throw new Malformed(
          "sbom.xml", reader == null ? 0 : offset(reader), "expected XML: damaged or cut off");
    }
  }

  private static long offset(XMLStreamReader reader) {
    return reader.getLocation().getCharacterOffset();
  }

  private static Json element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new Malformed("sbom.xml", offset(reader), "elements deeper than " + DEEPEST);
    }
    String name = reader.getLocalName();
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      members.put(reader.getAttributeLocalName(i), new Json.Text(reader.getAttributeValue(i)));
    }
    List<Json> items = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String child = reader.getLocalName();
        Json value = element(reader, depth + 1);
        items.add(item(child, value));
        members.putIfAbsent(child, value);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    if (LISTS.contains(name)) {
      return new Json.Items(items);
    }
    return switch (name) {
      case "hash" -> {
        members.put("content", new Json.Text(text.toString().strip()));
        yield new Json.Members(members);
      }
      case "dependency" -> {
        members.put(
            "dependsOn", new Json.Items(items.stream().map(each -> each.get("ref")).toList()));
        yield new Json.Members(members);
      }
      default ->
          items.isEmpty() && (members.isEmpty() || !text.toString().isBlank())
              ? new Json.Text(text.toString().strip())
              : new Json.Members(members);
    };
  }

  /** In JSON, licences stand under a name within their list. */
  private static Json item(String name, Json value) {
    return name.equals("license") || name.equals("expression")
        ? new Json.Members(Map.of(name, value))
        : value;
  }
}
