package dev.assay.inspect.android.code;

import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the committed tables say of members of the platform and of libraries. */
final class Tables {
  private final Map<String, Map<String, List<Rule>>> rules = new HashMap<>();
  private final PermissionMap permissions =
      PermissionMap.read(ProgramFile.text(Tables.class, "permission-map.txt"));
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
    for (List<String> row : rows("personal-data.tsv")) {
      Rule.Condition when = Conditions.read(row.get(4));
      String key =
          row.get(0) + "." + row.get(1) + (row.get(5).isEmpty() ? "" : "(" + row.get(5) + ")");
      add(row.get(0), row.get(1), new Rule(Rule.Fact.CALLS, key, when));
      add(row.get(0), row.get(1), new Rule(Rule.Fact.DATA, row.get(2), when));
    }
    for (List<String> row : rows("permission-uses.tsv")) {
      add(row.get(0), row.get(1), Rule.of(Rule.Fact.GUARDED, row.get(2)));
    }
    for (List<String> row : rows("code-patterns.tsv")) {
      add(
          row.get(1),
          row.get(2),
          new Rule(Rule.Fact.PATTERNS, row.get(0), Conditions.read(row.get(3))));
    }
    for (List<String> row : rows("content-uris.tsv")) {
      providers.put(
          row.get(0),
          List.of(Rule.of(Rule.Fact.GUARDED, row.get(1)), Rule.of(Rule.Fact.DATA, row.get(2))));
    }
    for (List<String> row : rows("libraries.tsv")) {
      libraries.add(
          new Library(
              row.get(0), row.get(1), row.get(2), row.get(3), List.of(row.get(4).split(" "))));
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

  private static List<List<String>> rows(String resource) {
    return ProgramFile.rows(Tables.class, resource);
  }
}
