package dev.assay.inspect.android.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the committed tables say of members of the platform and of libraries. */
final class Tables {
  private final Map<String, Map<String, List<Rule>>> rules = new HashMap<>();
  private final PermissionMap permissions = PermissionMap.read(text("permission-map.txt"));
  private final Map<String, List<Rule>> providers = new TreeMap<>();
  private final List<Library> libraries = new ArrayList<>();

  /** The tables; read when first asked for. */
  static Tables standard() {
    return Holder.STANDARD;
  }

  private static final class Holder {
    static final Tables STANDARD = new Tables();
  }

  private Tables() {
    for (String[] row : rows("personal-data.tsv")) {
      Rule.Condition when = Conditions.read(row[4]);
      String key = row[0] + "." + row[1] + (row[5].isEmpty() ? "" : "(" + row[5] + ")");
      add(row[0], row[1], new Rule(Rule.Fact.CALLS, key, when));
      add(row[0], row[1], new Rule(Rule.Fact.DATA, row[2], when));
    }
    for (String[] row : rows("permission-uses.tsv")) {
      add(row[0], row[1], Rule.of(Rule.Fact.GUARDED, row[2]));
    }
    for (String[] row : rows("code-patterns.tsv")) {
      add(row[1], row[2], new Rule(Rule.Fact.PATTERNS, row[0], Conditions.read(row[3])));
    }
    for (String[] row : rows("content-uris.tsv")) {
      providers.put(
          row[0], List.of(Rule.of(Rule.Fact.GUARDED, row[1]), Rule.of(Rule.Fact.DATA, row[2])));
    }
    for (String[] row : rows("libraries.tsv")) {
      libraries.add(new Library(row[0], row[1], row[2], row[3], List.of(row[4].split(" "))));
    }
  }

  /** Rules for members of a class, by name. */
  Map<String, List<Rule>> members(String descriptor) {
    return rules.getOrDefault(descriptor, Map.of());
  }

  /** Rules for an address of a content provider. */
  List<Rule> provider(String address) {
    return providers.entrySet().stream()
        .filter(each -> address.startsWith(each.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  /** Whether they say anything of a class. */
  boolean know(String descriptor) {
    return rules.containsKey(descriptor) || permissions.has(descriptor);
  }

  PermissionMap permissions() {
    return permissions;
  }

  List<Library> libraries() {
    return libraries;
  }

  private void add(String type, String member, Rule rule) {
    rules
        .computeIfAbsent("L" + type.replace('.', '/') + ";", key -> new HashMap<>())
        .computeIfAbsent(member, key -> new ArrayList<>())
        .add(rule);
  }

  static List<String[]> rows(String resource) {
    return text(resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static String text(String resource) {
    try (InputStream in = Tables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
