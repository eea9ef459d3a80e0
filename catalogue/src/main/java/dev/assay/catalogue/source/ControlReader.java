package dev.assay.catalogue.source;

import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.control.ControlFile;
import dev.assay.catalogue.forge.Capabilities;
import dev.assay.model.Owner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the description of a control product. */
final class ControlReader {
  private static final Set<String> LITERALS =
      Set.of("text", "hex", "base64", "link", "directory", "device");
  private static final Set<String> PLACEMENT = Set.of("mode", "owner", "capabilities", "xattrs");

  private final Set<String> forges;
  private final Template template;
  private final Mistakes mistakes;

  ControlReader(Set<String> forges, Template template, Mistakes mistakes) {
    this.forges = forges;
    this.template = template;
    this.mistakes = mistakes;
  }

  Control read(Node node) {
    Fields files = Fields.of(node, "files by path", mistakes);
    List<ControlFile> read = new ArrayList<>();
    Set<String> paths = new TreeSet<>();
    files
        .values()
        .forEach(
            (path, value) -> {
              String filled = path(template.fill(path), value);
              if (!paths.add(filled)) {
                mistakes.add(value, "the path `" + filled + "` stands twice");
              }
              read.add(file(filled, value));
            });
    if (read.isEmpty()) {
      mistakes.add(node, "a control has at least one file");
    }
    return new Control(read);
  }

  private String path(String path, Node where) {
    boolean clean =
        !path.isEmpty()
            && !path.startsWith("/")
            && List.of(path.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (!clean) {
      mistakes.add(
          where, "expected a path without leading slash, `.` or `..`; found `" + path + "`");
    }
    return path;
  }

  private ControlFile file(String path, Node value) {
    if (value instanceof ScalarNode scalar) {
      return new ControlFile(path, text(scalar.getValue()), 0644, Owner.ROOT, Map.of());
    }
    Fields fields = Fields.of(value, "a text or a description of the file", mistakes);
    Set<String> known = new TreeSet<>(LITERALS);
    known.addAll(forges);
    List<String> contents = fields.values().keySet().stream().filter(known::contains).toList();
    known.addAll(PLACEMENT);
    fields.only(known, "a control file");
    if (contents.size() != 1) {
      mistakes.add(value, "a control file has one content, of " + known + "; found " + contents);
    }
    ControlFile.Content content =
        contents.isEmpty() ? text("") : content(contents.getFirst(), fields);
    return new ControlFile(path, content, mode(fields, content), owner(fields), xattrs(fields));
  }

  private ControlFile.Content content(String key, Fields fields) {
    if (forges.contains(key)) {
      return new ControlFile.Forged(key, new Parameters(template).of(fields.at(key)));
    }
    String value = template.fill(fields.text(key, ""));
    try {
      return switch (key) {
        case "hex" -> new ControlFile.Literal(HexFormat.of().parseHex(value.replaceAll("\\s", "")));
        case "base64" -> new ControlFile.Literal(Base64.getMimeDecoder().decode(value));
        case "link" -> new ControlFile.Link(value);
        case "directory" -> new ControlFile.Directory();
        case "device" -> device(value);
        default -> new ControlFile.Literal(value.getBytes(StandardCharsets.UTF_8));
      };
    } catch (IllegalArgumentException e) {
      mistakes.add(fields.at(key), "`" + key + "` cannot be read: " + e.getMessage());
      return text("");
    }
  }

  private ControlFile.Content text(String text) {
    return new ControlFile.Literal(template.fill(text).getBytes(StandardCharsets.UTF_8));
  }

  private static ControlFile.Content device(String value) {
    String[] parts = value.strip().split("\\s+");
    if (parts.length != 3 || !parts[0].matches("[cb]")) {
      throw new IllegalArgumentException(
          "expected `c MAJOR MINOR` or `b MAJOR MINOR`, found " + value);
    }
    return new ControlFile.Device(
        parts[0].charAt(0), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private int mode(Fields fields, ControlFile.Content content) {
    int usual =
        switch (content) {
          case ControlFile.Directory directory -> 0755;
          case ControlFile.Link link -> 0777;
          default -> 0644;
        };
    if (!fields.has("mode")) {
      return usual;
    }
    String mode = template.fill(fields.text("mode", ""));
    if (!mode.matches("0?o?[0-7]{3,4}")) {
      mistakes.add(
          fields.at("mode"), "expected an octal mode such as \"4755\", found `" + mode + "`");
      return usual;
    }
    return Integer.parseInt(mode.replace("o", ""), 8);
  }

  private Owner owner(Fields fields) {
    if (!fields.has("owner")) {
      return Owner.ROOT;
    }
    String owner = template.fill(fields.text("owner", ""));
    if (!owner.matches("[0-9]{1,9}:[0-9]{1,9}")) {
      mistakes.add(fields.at("owner"), "expected \"UID:GID\" in numbers, found `" + owner + "`");
      return Owner.ROOT;
    }
    int colon = owner.indexOf(':');
    return new Owner(
        Integer.parseInt(owner.substring(0, colon)), Integer.parseInt(owner.substring(colon + 1)));
  }

  private Map<String, byte[]> xattrs(Fields fields) {
    Map<String, byte[]> xattrs = new TreeMap<>();
    fields
        .find("xattrs")
        .ifPresent(
            node ->
                Fields.of(node, "attributes by name", mistakes)
                    .values()
                    .forEach(
                        (name, value) ->
                            fields
                                .scalar(value, name)
                                .ifPresent(
                                    text ->
                                        xattrs.put(
                                            name,
                                            template
                                                .fill(text)
                                                .getBytes(StandardCharsets.UTF_8)))));
    if (fields.has("capabilities")) {
      List<String> names = fields.texts("capabilities").stream().map(template::fill).toList();
      try {
        xattrs.put(Capabilities.ATTRIBUTE, Capabilities.encode(names));
      } catch (IllegalArgumentException e) {
        mistakes.add(fields.at("capabilities"), String.valueOf(e.getMessage()));
      }
    }
    return xattrs;
  }
}
