package dev.assay.inspect.settings;

import dev.assay.formats.stream.UntrustedXml;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML whose elements are names and whose texts and attributes are values. Paths are of local
 * names; the second element of a name below the same one has {@code [1]} behind it, the third
 * {@code [2]}; attributes have an {@code @} before them: {@code zone.service[1].@name}. Entities
 * and document types are not followed.
 */
public final class XmlFile {
  private static final int MOST = 20_000;
  private static final int DEEPEST = 64;
  private static final int LONGEST = 1 << 15;

  /** Certificates and keys in base64, of which nobody needs the rest. */
  private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/=\\s]*+");

  /** Characters of a path; each value below has a copy of it. */
  private static final int LONGEST_PATH = 2_000;

  /** An element that is being read. */
  private static final class Level {
    private final String path;
    private final int line;
    private final Map<String, Integer> counted = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf = true;

    Level(String path, int line) {
      this.path = path;
      this.line = line;
    }

    String next(String name) {
      leaf = false;
      int index = counted.merge(name, 1, Integer::sum) - 1;
      String own = index == 0 ? name : name + "[" + index + "]";
      return path.isEmpty() ? own : path + "." + own;
    }
  }

  private final SourceFile file;
  private final List<Setting> scalars = new ArrayList<>();
  private final Deque<Level> open = new ArrayDeque<>();

  private XmlFile(SourceFile file) {
    this.file = file;
    open.push(new Level("", 1));
  }

  public static FlatSettings read(SourceFile file) {
    return new XmlFile(file).read();
  }

  private FlatSettings read() {
    boolean whole = true;
    boolean cut = false;
    try {
      XMLStreamReader reader = UntrustedXml.open(new ByteArrayInputStream(file.bytes()));
      while (whole && reader.hasNext()) {
        take(reader.next(), reader);
        whole =
            scalars.size() < MOST
                && open.size() < DEEPEST
                && open.element().path.length() < LONGEST_PATH;
      }
      if (!whole) {
        cut = true;
        file.cut("more than " + MOST + " values, or " + DEEPEST + " levels");
      }
      reader.close();
    } catch (XMLStreamException e) {
      whole = false;
    }
    return new FlatSettings(scalars, whole, cut);
  }

  private void take(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        StringBuilder text = open.element().text;
        // One more than is taken tells that there is more.
        String more = reader.getText();
        text.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST + 1 - text.length())));
      }
      case XMLStreamConstants.END_ELEMENT -> end(open.pop());
      default -> {
        // Comments and instructions.
      }
    }
  }

  private void start(XMLStreamReader reader) {
    int line = reader.getLocation().getLineNumber();
    Level level = new Level(open.element().next(reader.getLocalName()), line);
    open.push(level);
    for (int i = 0; i < reader.getAttributeCount() && scalars.size() < MOST; i++) {
      String name = reader.getAttributeLocalName(i);
      add(level.path + ".@" + name, reader.getAttributeValue(i), reader.getLocalName(), line);
    }
  }

  private void add(String path, String value, String element, int line) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    boolean harmless = name(path).equals("description") || BLOB.matcher(value).matches();
    if (value.length() > LONGEST && !harmless) {
      file.cut("a value longer than " + LONGEST + " characters");
    }
    String name = name(path);
    String shown = "<" + (name.startsWith("@") ? element + " " + name.substring(1) : name) + ">";
    String start = cut.length() > 150 ? cut.substring(0, 150) : cut;
    scalars.add(new Setting("", path, cut, Evidence.line(file.path(), line, shown + start)));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private void end(Level closed) {
    if (closed.leaf) {
      add(closed.path, closed.text.toString().strip(), "", closed.line);
    }
  }
}
