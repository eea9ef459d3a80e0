package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Alpine's installed database (apk-installed format): one-letter fields, blank lines between
 * packages; F folder, R file, L licence, D needs, p provides.
 */
final class ApkDatabase {
  static final List<String> FILES = List.of("lib/apk/db/installed", "usr/lib/apk/db/installed");

  private ApkDatabase() {}

  static List<Installed> read(Root root) {
    return root.file(FILES.get(0))
        .or(() -> root.file(FILES.get(1)))
        .map(ApkDatabase::read)
        .orElse(List.of());
  }

  private static List<Installed> read(SourceFile file) {
    List<Installed> installed = new ArrayList<>();
    Map<Character, String> fields = new HashMap<>();
    List<String> files = new ArrayList<>();
    String folder = "";
    Line first = new Line(1, "");
    List<Line> lines = new ArrayList<>(file.lines());
    lines.add(new Line(lines.size() + 1, ""));
    for (Line line : lines) {
      String text = line.text();
      if (text.isBlank()) {
        if (fields.containsKey('P')) {
          installed.add(
              new Installed(
                  facts(fields, files),
                  file.at(first),
                  file.path(),
                  Relations.ofWords(fields.getOrDefault('D', ""), fields.getOrDefault('p', ""))));
        }
        fields = new HashMap<>();
        files = new ArrayList<>();
        continue;
      }
      if (text.length() < 2 || text.charAt(1) != ':') {
        continue;
      }
      String value = text.substring(2).strip();
      switch (text.charAt(0)) {
        case 'F' -> folder = value;
        case 'R' -> files.add("/" + (folder.isEmpty() ? "" : folder + "/") + value);
        case 'P' -> {
          fields.put('P', value);
          first = line;
        }
        default -> fields.put(text.charAt(0), value);
      }
    }
    return installed;
  }

  private static PackageFacts facts(Map<Character, String> fields, List<String> files) {
    String name = fields.getOrDefault('P', "");
    return new PackageFacts(
        name,
        fields.getOrDefault('V', ""),
        fields.getOrDefault('A', ""),
        fields.getOrDefault('o', name),
        fields.getOrDefault('m', ""),
        "apk",
        "installed",
        "",
        List.copyOf(files),
        fields.getOrDefault('L', "").isEmpty() ? List.of() : List.of(fields.get('L')),
        List.of());
  }
}
