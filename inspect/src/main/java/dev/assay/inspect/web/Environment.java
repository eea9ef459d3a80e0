package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that a starting script exports, as far as their values are plain text. */
final class Environment {
  private static final Pattern EXPORT =
      Pattern.compile(
          "\\s*+(?:export\\s++)?+([A-Za-z_]\\w*+)="
              + "(?:([\"'])(.*?)\\2\\s*+(?:[;#].*)?|([^;#]*+)(?:[;#].*)?)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?\\w+(?:##?[^}]*}|}|\\b)");

  private Environment() {}

  /** The first value of each variable; what depends on others has them removed. */
  static Map<String, String> read(Root root, List<String> files) {
    Map<String, String> values = new TreeMap<>();
    for (String name : files) {
      for (SourceFile.Line line : root.file(name).map(SourceFile::lines).orElse(List.of())) {
        Matcher export = EXPORT.matcher(line.text());
        if (export.matches()) {
          values.putIfAbsent(export.group(1), VARIABLE.matcher(value(export)).replaceAll(""));
        }
      }
    }
    return values;
  }

  private static String value(Matcher export) {
    String plain = export.group(4);
    return plain == null ? export.group(3) : plain.strip();
  }
}
