package dev.assay.catalogue.source;

import dev.assay.catalogue.forge.Forge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A forge's parameters as Java values. A quoted text is a string whatever it says; a plain one may
 * be a number or boolean, also after {@code ${column}} was filled in.
 */
final class Parameters {
  private final Template template;

  Parameters(Template template) {
    this.template = template;
  }

  Map<String, Object> of(Node node) {
    Object value = value(node);
    if (value instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked") // value() makes no other maps
      Map<String, Object> map = (Map<String, Object>) value;
      return map;
    }
    boolean none = node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    return none ? Map.of() : Map.of(Forge.ITEMS, value);
  }

  private Object value(Node node) {
    return switch (node) {
      case MappingNode mapping -> map(mapping);
      case SequenceNode sequence -> list(sequence);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalArgumentException("an anchor where a value was expected");
    };
  }

  private Map<String, Object> map(MappingNode mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      map.put(template.fill(key), value(entry.getValueNode()));
    }
    return map;
  }

  private List<Object> list(SequenceNode sequence) {
    List<Object> list = new ArrayList<>();
    sequence.getValue().forEach(element -> list.add(value(element)));
    return list;
  }

  private Object scalar(ScalarNode scalar) {
    String text = template.fill(scalar.getValue());
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return text;
    }
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    if (text.matches("-?(0|[1-9][0-9]{0,17})")) {
      long number = Long.parseLong(text);
      return number == (int) number ? (Object) (int) number : (Object) number;
    }
    return text; // a decimal is most often a version number, in which 1.10 is not 1.1
  }
}
