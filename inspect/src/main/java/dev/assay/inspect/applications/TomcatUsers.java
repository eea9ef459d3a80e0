package dev.assay.inspect.applications;

import dev.assay.formats.stream.UntrustedXml;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tomcat's {@code user} elements, whose name may be called {@code name} or {@code username} (Tomcat
 * "Realm Configuration How-To", MemoryRealm). What stands before damage counts.
 */
final class TomcatUsers {
  private TomcatUsers() {}

  static List<Login> read(SourceFile file, Consumer<Problem> problems) {
    List<Login> logins = new ArrayList<>();
    try {
      XMLStreamReader reader = UntrustedXml.open(new ByteArrayInputStream(file.bytes()));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("user")) {
          String name = reader.getAttributeValue(null, "username");
          String user = name == null ? reader.getAttributeValue(null, "name") : name;
          String password = reader.getAttributeValue(null, "password");
          if (user != null && password != null) {
            logins.add(Login.of(file, reader.getLocation().getLineNumber(), user, password));
          }
        }
      }
    } catch (XMLStreamException damaged) {
      problems.accept(
          new Problem(
              "tomcat.damaged-users",
              damaged.getLocation() == null ? -1 : damaged.getLocation().getCharacterOffset(),
              "users after line "
                  + (damaged.getLocation() == null ? 0 : damaged.getLocation().getLineNumber())
                  + " are not known: the file is no XML"));
    }
    return logins;
  }
}
