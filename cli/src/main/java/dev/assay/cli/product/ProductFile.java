package dev.assay.cli.product;

import dev.assay.inspect.scan.Source;
import dev.assay.inspect.support.SupportPeriodInspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads {@code product.yaml}:
 *
 * <pre>
 * name: BTS-3900
 * version: "2.1"
 * profile: base-station
 * images:
 *   - { name: boot, path: u-boot.bin }
 *   - { name: rootfs, path: pkg:deb/debian/… }
 * privacy: privacy.yaml   # what is declared of personal data; may be left out
 * support-until: 2031-12-31   # last day with security updates; may be left out
 * </pre>
 *
 * Paths are relative to the file; version and profile may be left out.
 */
final class ProductFile {
  private static final Set<String> KEYS =
      Set.of("name", "version", "profile", "images", "privacy", "support-until");
  private static final Set<String> IMAGE_KEYS = Set.of("name", "path");

  private final Path file;

  private ProductFile(Path file) {
    this.file = file;
  }

  static NamedProduct read(Path file, PackageFetcher packages) throws BadProduct {
    return new ProductFile(file).read(packages);
  }

  private NamedProduct read(PackageFetcher packages) throws BadProduct {
    Map<?, ?> top = map(load(), "the file", KEYS);
    if (!(top.get("images") instanceof List<?> images) || images.isEmpty()) {
      throw wrong("`images` is a list of { name, path } with at least one entry");
    }
    List<Source> sources = new ArrayList<>();
    for (Object image : images) {
      Map<?, ?> entry = map(image, "an image", IMAGE_KEYS);
      String path = text(entry, "path");
      Path found =
          path.startsWith("pkg:")
              ? packages.fetch(path)
              : Products.existing(folder().resolve(path).toString());
      sources.add(new Source.OnHost(text(entry, "name"), found));
    }
    if (sources.stream().map(Source::name).distinct().count() != sources.size()) {
      throw wrong("two images have the same name");
    }
    if (sources.stream().anyMatch(source -> source.name().equals(SupportPeriodInspector.FILE))) {
      throw wrong("no image can be named " + SupportPeriodInspector.FILE);
    }
    NamedProduct named =
        new NamedProduct(
            text(top, "name"), optional(top, "version"), optional(top, "profile"), sources);
    NamedProduct supported =
        top.get("support-until") == null ? named : named.supported(day(top, "support-until"));
    return top.get("privacy") == null
        ? supported
        : supported.declaring(folder().resolve(text(top, "privacy")));
  }

  private LocalDate day(Map<?, ?> map, String key) throws BadProduct {
    try {
      return LocalDate.parse(text(map, key));
    } catch (DateTimeParseException e) {
      throw wrong("`" + key + "` is a day such as 2031-12-31, not `" + map.get(key) + "`");
    }
  }

  private Path folder() {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
  }

  private static String optional(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  private @Nullable Object load() throws BadProduct {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    } catch (IOException e) {
      throw new BadProduct("cannot read " + file);
    } catch (YamlEngineException e) {
      throw wrong("not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private Map<?, ?> map(@Nullable Object value, String what, Set<String> keys) throws BadProduct {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(what + " is a map with the keys " + keys.stream().sorted().toList());
    }
    for (Object key : map.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        throw wrong("unknown key `" + key + "` in " + what);
      }
    }
    return map;
  }

  private String text(Map<?, ?> map, String key) throws BadProduct {
    Object value = map.get(key);
    if (value == null) {
      throw wrong("`" + key + "` is missing");
    }
    return String.valueOf(value);
  }

  private BadProduct wrong(String message) {
    return new BadProduct(file + ": " + message);
  }
}
