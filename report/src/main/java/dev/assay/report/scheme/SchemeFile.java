package dev.assay.report.scheme;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads a scheme:
 *
 * <pre>
 * scheme: us-nist
 * title: Assessment by NIST SP 800-53A
 * audience: An agency that authorises systems
 * standards: ["nist:800-53r5"]
 * documents: [oversight, oscal]
 * expects:
 *   - what: The maker has signed the bundle
 *     because: …
 *     evidence: { signature: maker }
 * </pre>
 */
final class SchemeFile {
  private static final Set<String> KEYS =
      Set.of("scheme", "title", "audience", "standards", "documents", "expects");

  private SchemeFile() {}

  /**
   * @throws IllegalStateException if the file is not as it should be; it is part of the program
   */
  static Scheme read(InputStream in, String file) {
    Object top = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
    Map<?, ?> scheme = map(top, file);
    if (!KEYS.equals(scheme.keySet())) {
      throw new IllegalStateException(file + " has " + scheme.keySet() + ", not " + KEYS);
    }
    return new Scheme(
        text(scheme, "scheme", file),
        text(scheme, "title", file),
        text(scheme, "audience", file),
        list(scheme.get("standards"), file).stream().map(String::valueOf).toList(),
        list(scheme.get("expects"), file).stream().map(each -> expectation(each, file)).toList(),
        list(scheme.get("documents"), file).stream().map(String::valueOf).toList());
  }

  private static Expectation expectation(Object item, String file) {
    Map<?, ?> map = map(item, file);
    return new Expectation(
        text(map, "what", file), text(map, "because", file), evidence(map.get("evidence"), file));
  }

  private static Expected evidence(@Nullable Object value, String file) {
    String word = value instanceof Map<?, ?> map ? String.valueOf(only(map, file)) : "";
    String argument = value instanceof Map<?, ?> map ? text(map, word, file) : "";
    return switch (word.isEmpty() ? String.valueOf(value) : word) {
      case "identity" -> new Expected.Identity();
      case "profile" -> new Expected.Profile(argument);
      case "standard" -> new Expected.Standard(argument);
      case "feed" -> new Expected.Feed();
      case "inventory" -> new Expected.Inventory();
      case "readable" -> new Expected.Readable();
      case "tested" -> new Expected.Tested();
      case "waivers" -> new Expected.Waivers();
      case "policy" -> new Expected.Policy();
      case "signature" -> new Expected.Signature(argument);
      case "replay" -> new Expected.Replay();
      case "elsewhere" -> new Expected.Elsewhere(argument);
      default -> throw new IllegalStateException(file + ": no evidence `" + value + "`");
    };
  }

  private static Object only(Map<?, ?> map, String file) {
    if (map.size() != 1) {
      throw new IllegalStateException(file + ": evidence is one word, not " + map.keySet());
    }
    return Objects.requireNonNull(map.keySet().iterator().next());
  }

  private static Map<?, ?> map(@Nullable Object value, String file) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException(file + ": expected a map, found " + value);
  }

  private static List<?> list(@Nullable Object value, String file) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalStateException(file + ": expected a list, found " + value);
  }

  private static String text(Map<?, ?> map, String key, String file) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalStateException(file + ": no text `" + key + "`");
  }
}
