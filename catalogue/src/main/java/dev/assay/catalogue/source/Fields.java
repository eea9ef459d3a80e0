package dev.assay.catalogue.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML map by its keys; what is not as expected is noted as a mistake, and reading goes on. */
final class Fields {
  private final Node node;
  private final Map<String, Node> values;
  private final Mistakes mistakes;

  private Fields(Node node, Map<String, Node> values, Mistakes mistakes) {
    this.node = node;
    this.values = values;
    this.mistakes = mistakes;
  }

  /** The map's entries, empty where the node is no map. A key given twice is a mistake. */
  static Fields of(Node node, String what, Mistakes mistakes) {
    Map<String, Node> values = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (key.isEmpty()) {
          mistakes.add(entry.getKeyNode(), "expected a key of " + what + ", a word");
        } else if (values.put(key, entry.getValueNode()) != null) {
          mistakes.add(entry.getKeyNode(), "`" + key + "` stands twice in " + what);
        }
      }
    } else {
      mistakes.add(node, "expected " + what + ", a map; found " + kind(node));
    }
    return new Fields(node, values, mistakes);
  }

  /** Notes keys that are none of {@code known}. */
  void only(Collection<String> known, String what) {
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            mistakes.add(value, "unknown key `" + key + "` in " + what + "; known are " + known);
          }
        });
  }

  Node node() {
    return node;
  }

  Map<String, Node> values() {
    return values;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Node at(String key) {
    return values.getOrDefault(key, node);
  }

  /** A text that must be there. */
  String needed(String key) {
    if (!has(key)) {
      mistakes.add(node, "missing `" + key + "`");
      return "";
    }
    String text = text(key, "");
    if (text.isBlank() && at(key) instanceof ScalarNode) {
      mistakes.add(at(key), "`" + key + "` is empty");
    }
    return text;
  }

  String text(String key, String otherwise) {
    return find(key).flatMap(value -> scalar(value, "`" + key + "`")).orElse(otherwise);
  }

  /** The text of a scalar; a mistake where it is none. */
  Optional<String> scalar(Node value, String what) {
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    mistakes.add(value, "expected " + what + " as text, found " + kind(value));
    return Optional.empty();
  }

  /** The texts of a list; a single text counts as a list of one. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    Optional<Node> value = find(key);
    if (value.isPresent() && value.get() instanceof SequenceNode list) {
      for (Node element : list.getValue()) {
        scalar(element, "an element of `" + key + "`").ifPresent(texts::add);
      }
    } else {
      value.flatMap(single -> scalar(single, "`" + key + "`")).ifPresent(texts::add);
    }
    return texts;
  }

  static String kind(Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> "a map";
      case SEQUENCE -> "a list";
      case SCALAR -> "`" + ((ScalarNode) node).getValue() + "`";
      case ANCHOR -> "an anchor";
    };
  }
}
