package dev.assay.assess.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Typed access to a small YAML file; every mistake names the file and the key. */
final class YamlFile {
  private final Path file;

  private YamlFile(Path file) {
    this.file = file;
  }

  static Map<?, ?> read(Path file, Set<String> keys) throws BadFile {
    YamlFile yaml = new YamlFile(file);
    try {
      Object loaded =
          new Load(LoadSettings.builder().setLabel(file.getFileName().toString()).build())
              .loadFromString(Files.readString(file));
      return yaml.map(loaded, "the file", keys);
    } catch (IOException e) {
      throw new BadFile(file + " cannot be read: " + e.getMessage());
    } catch (YamlEngineException e) {
      throw new BadFile(
          file + " is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  static YamlFile of(Path file) {
    return new YamlFile(file);
  }

  Map<?, ?> map(@Nullable Object value, String what, Set<String> keys) throws BadFile {
    if (!(value instanceof Map<?, ?> map)) {
      throw new BadFile(file + ": " + what + " is a map with " + keys + ", not " + value);
    }
    for (Object key : map.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        throw new BadFile(file + ": unknown key `" + key + "` in " + what + "; known are " + keys);
      }
    }
    return map;
  }

  List<?> list(@Nullable Object value, String what) throws BadFile {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new BadFile(file + ": " + what + " is a list, not " + value);
    }
    return list;
  }

  String text(Map<?, ?> map, String key, String what) throws BadFile {
    Object value = map.get(key);
    if (value == null || String.valueOf(value).isBlank()) {
      throw new BadFile(file + ": " + what + " needs `" + key + "`");
    }
    return String.valueOf(value);
  }

  BadFile wrong(String message) {
    return new BadFile(file + ": " + message);
  }
}
