package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code os-release} of a root: shell-like assignments, quoted or not. */
public record OsRelease(SourceFile file, Map<String, String> values, Map<String, Line> lines) {
  public static Optional<OsRelease> of(Root root) {
    return root.file("etc/os-release")
        .or(() -> root.file("usr/lib/os-release"))
        .or(() -> root.file("etc/openwrt_release"))
        .map(OsRelease::read);
  }

  public String get(String key) {
    return values.getOrDefault(key, "");
  }

  private static OsRelease read(SourceFile file) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Line line : file.lines()) {
      String text = line.text().strip();
      int equals = text.indexOf('=');
      if (equals > 0 && !text.startsWith("#")) {
        String key = text.substring(0, equals);
        values.put(key, unquoted(text.substring(equals + 1).strip()));
        lines.put(key, line);
      }
    }
    return new OsRelease(file, values, lines);
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
