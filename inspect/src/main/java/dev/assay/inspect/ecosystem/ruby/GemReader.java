package dev.assay.inspect.ecosystem.ruby;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.ecosystem.Stated;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the specifications that RubyGems writes when it installs a gem, which are Ruby, but written
 * by a program: one assignment a line; and what Bundler's lock files name.
 */
public final class GemReader implements DependencyReader {
  private static final List<String> FILES =
      List.of("specifications/*.gemspec", "specifications/default/*.gemspec");

  private static final Pattern ASSIGNED =
      Pattern.compile(
          "\\s{0,8}\\w{1,20}\\.(name|version|licenses?) {0,4}= {0,4}"
              + "(?:Gem::Version\\.new\\()?\\[?[\"']([^\"']{1,200})[\"'].*");

  @Override
  public List<String> reads() {
    return Stream.concat(FILES.stream(), Stream.of(GemLock.FILE)).toList();
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (String pattern : FILES) {
      for (SourceFile file : DependencyFiles.ending(root, pattern)) {
        read(file, found);
      }
    }
    DependencyFiles.ending(root, GemLock.FILE).forEach(file -> GemLock.read(file, found));
    return found;
  }

  private static void read(SourceFile file, List<Dependency> found) {
    Stated stated = new Stated(file);
    for (Line line : file.lines()) {
      Matcher matcher = ASSIGNED.matcher(line.text());
      if (matcher.matches()) {
        String value = matcher.group(2);
        switch (matcher.group(1)) {
          case "name" -> stated.name(value);
          case "version" -> stated.version(value, line);
          default -> stated.license(value);
        }
      }
    }
    stated.addTo(found, "gem");
  }
}
