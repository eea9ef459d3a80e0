package dev.assay.inspect.ipsec;

import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ipsec.conf}, ipsec.conf(5): sections begin at the start of a line, their parameters are
 * indented; {@code also} inherits another section, {@code %default} gives values to all.
 */
final class IpsecConf {
  private static final int MAX_SECTIONS = 2_000;
  private static final int MAX_ALSO = 16;

  private final Included included;
  private final Map<String, Map<String, Setting>> sections = new LinkedHashMap<>();

  private boolean more;
  private boolean deep;

  private IpsecConf(Root root) {
    included = new Included(root);
  }

  static IpsecConf read(Root root, SourceFile file) {
    IpsecConf conf = new IpsecConf(root);
    conf.included.read(file, conf::read);
    return conf;
  }

  Included included() {
    return included;
  }

  /** Why settings may differ from what was read; empty where all was read. */
  Optional<String> doubt() {
    return deep
        ? Optional.of("connections inherit over more than " + MAX_ALSO + " others")
        : included.doubt();
  }

  /** Whether there are more connections than were read. */
  boolean hasMore() {
    return more;
  }

  /** Names of all connections, without {@code %default}. */
  List<String> connections() {
    return sections.keySet().stream()
        .filter(name -> name.startsWith("conn ") && !name.equals("conn %default"))
        .map(name -> name.substring("conn ".length()))
        .toList();
  }

  /** Parameters of {@code config setup}. */
  Map<String, Setting> setup() {
    return sections.getOrDefault("config setup", Map.of());
  }

  /** A connection's parameters, inherited ones included. */
  Map<String, Setting> connection(String name) {
    Map<String, Setting> all = new LinkedHashMap<>();
    all.putAll(sections.getOrDefault("conn %default", Map.of()));
    inherit("conn " + name, all, MAX_ALSO);
    return all;
  }

  private void inherit(String section, Map<String, Setting> into, int depth) {
    Map<String, Setting> own = sections.getOrDefault(section, Map.of());
    Optional<Setting> also = Optional.ofNullable(own.get("also"));
    if (also.isPresent() && depth > 0) {
      inherit("conn " + also.get().value(), into, depth - 1);
    } else if (also.isPresent()) {
      deep = true;
    }
    // An empty value takes an inherited one away.
    own.forEach(
        (key, setting) -> {
          if (setting.value().isEmpty()) {
            into.remove(key);
          } else {
            into.put(key, setting);
          }
        });
  }

  private void read(SourceFile file) {
    Map<String, Setting> section = new LinkedHashMap<>();
    for (Line line : file.lines()) {
      String text = line.text().replaceFirst("(^|\\s)#.*$", "");
      if (text.isBlank()) {
        continue;
      }
      String[] words = text.strip().split("\\s+", 2);
      int equals = text.indexOf('=');
      if (words[0].equals("include") && words.length > 1) {
        included.each(words[1], file, this::read);
      } else if (!Character.isWhitespace(text.charAt(0)) && words.length > 1) {
        String name = words[0] + " " + words[1].strip();
        if (sections.size() >= MAX_SECTIONS && !sections.containsKey(name)) {
          file.cut("more than " + MAX_SECTIONS + " sections");
          more = true;
          return;
        }
        section = sections.computeIfAbsent(name, k -> new LinkedHashMap<>());
      } else if (equals > 0) {
        String written = text.substring(0, equals).strip();
        String key = written.equals("keylife") ? "lifetime" : written;
        String value = text.substring(equals + 1).strip();
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
          value = value.substring(1, value.length() - 1);
        }
        section.put(key, new Setting("", key, value, file.at(line)));
      }
    }
  }
}
