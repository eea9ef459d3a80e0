package dev.assay.inspect.privacy;

import dev.assay.formats.Malformed;
import dev.assay.inspect.privacy.DeclarationFacts.DeclaredData;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code privacy.yaml}. */
final class Declaration {
  private static final int MAX_LENGTH = 256 << 10;
  private static final int MAX_LINE = 2000;
  private static final int MAX_OPEN = 1000;

  private Declaration() {}

  /**
   * @throws Malformed {@code privacy.yaml} where it is none
   */
  static DeclarationFacts read(String text) {
    Map<?, ?> top = map(load(text));
    Map<String, DeclaredData> data = new TreeMap<>();
    for (Object each : list(top.get("data"))) {
      Map<?, ?> entry = map(each);
      String type = text(entry.get("type"));
      if (type.isEmpty()) {
        throw wrong("each entry of `data` has a `type`");
      }
      data.put(type, data(entry));
    }
    Map<String, String> permissions = new TreeMap<>();
    map(top.get("permissions"))
        .forEach((name, purpose) -> permissions.put(String.valueOf(name), text(purpose)));
    return new DeclarationFacts(
        text(top.get("app")),
        Collections.unmodifiableMap(data),
        texts(top.get("libraries")),
        texts(top.get("destinations")),
        Collections.unmodifiableMap(permissions),
        text(top.get("policy")),
        text(top.get("deletion")),
        text(top.get("contact")));
  }

  private static DeclaredData data(Map<?, ?> entry) {
    return new DeclaredData(
        yes(entry.get("collected")),
        yes(entry.get("shared")),
        yes(entry.get("encrypted")),
        yes(entry.get("optional")),
        texts(entry.get("purposes")),
        text(entry.get("retention")));
  }

  private static @Nullable Object load(String text) {
    // The parser recurses, so that deep nesting is refused before it sees it.
    boolean deep =
        text.chars().filter(c -> c == '[' || c == '{').count() > MAX_OPEN
            || text.lines().anyMatch(line -> line.length() > MAX_LINE);
    if (text.length() > MAX_LENGTH || deep) {
      throw wrong("a declaration is at most 256 KiB of lines of at most 2000 characters");
    }
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw wrong("not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("expected a map, found another value");
    }
    return map;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  private static List<String> texts(@Nullable Object value) {
    return list(value).stream().map(Declaration::text).filter(t -> !t.isEmpty()).toList();
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Map || value instanceof Iterable) {
      throw wrong("expected a text, found a list or map");
    }
    return value == null ? "" : String.valueOf(value).strip();
  }

  private static boolean yes(@Nullable Object value) {
    return value instanceof Boolean flag && flag;
  }

  private static Malformed wrong(String why) {
    return new Malformed("privacy.yaml", 0, why);
  }
}
