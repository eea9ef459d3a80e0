package dev.assay.inspect.web;

import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lighttpd configuration: the global block and those that hold under conditions. A setting of a
 * block replaces that of the blocks around it.
 */
final class LighttpdConfig {
  private final List<Block> blocks = new ArrayList<>();

  /** A value: a text, or a list whose items may have keys. */
  sealed interface Value {
    record Text(String text) implements Value {}

    record Items(List<Item> items) implements Value {}

    static Value text(String text) {
      return new Text(text);
    }

    /** The text, or the only text in a list. */
    default String plain() {
      return switch (this) {
        case Text text -> text.text();
        case Items list -> list.items().size() == 1 ? list.items().get(0).value().plain() : "";
      };
    }

    default List<Item> list() {
      return switch (this) {
        case Text text -> List.of(new Item("", text));
        case Items list -> list.items();
      };
    }

    /** The item with a key. */
    default Optional<Value> at(String key) {
      return list().stream()
          .filter(i -> i.key().equalsIgnoreCase(key))
          .findFirst()
          .map(Item::value);
    }
  }

  /**
   * @param key empty where there is none
   */
  record Item(String key, Value value) {}

  record Setting(String key, Value value, Evidence where) {
    boolean enabled() {
      return value.plain().equals("enable");
    }
  }

  /**
   * @param field {@code HTTP["url"]}, {@code SERVER["socket"]} …; {@code else} for the rest
   */
  record Condition(String field, String operator, String value) {
    String shown() {
      return field + " " + operator + " " + value;
    }
  }

  /** Settings that hold where all conditions do. */
  static final class Block {
    final List<Condition> conditions;
    final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Optional<Block> around;

    Block(List<Condition> conditions, Optional<Block> around) {
      this.conditions = List.copyOf(conditions);
      this.around = around;
    }

    /** The setting here or in the blocks around. */
    Optional<Setting> effective(String key) {
      Setting own = settings.get(key);
      return own != null ? Optional.of(own) : around.flatMap(block -> block.effective(key));
    }

    Optional<Condition> condition(String field) {
      return conditions.stream().filter(c -> c.field().equals(field)).findFirst();
    }

    boolean isGlobal() {
      return conditions.isEmpty();
    }

    String shown() {
      return isGlobal()
          ? "everywhere"
          : String.join(" and ", conditions.stream().map(Condition::shown).toList());
    }
  }

  void add(Block block) {
    blocks.add(block);
  }

  Block global() {
    return blocks.getFirst();
  }

  List<Block> blocks() {
    return blocks;
  }

  /** A setting in every block that has it, with the block. */
  List<Placed> all(String key) {
    List<Placed> found = new ArrayList<>();
    for (Block block : blocks) {
      Setting setting = block.settings.get(key);
      if (setting != null) {
        found.add(new Placed(block, setting));
      }
    }
    return found;
  }

  record Placed(Block block, Setting setting) {
    Evidence where() {
      return setting.where();
    }
  }

  /** Whether {@code server.modules} names a module. */
  boolean loads(String module) {
    return global().effective("server.modules").stream()
        .flatMap(setting -> setting.value().list().stream())
        .anyMatch(item -> item.value().plain().equals(module));
  }
}
