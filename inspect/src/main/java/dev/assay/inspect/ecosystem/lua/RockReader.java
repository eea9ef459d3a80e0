package dev.assay.inspect.ecosystem.lua;

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
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rockspecs that LuaRocks keeps of installed rocks. */
public final class RockReader implements DependencyReader {
  private static final String FILES = "*.rockspec";
  private static final Pattern ASSIGNED =
      Pattern.compile("\\s{0,8}(package|version|license) {0,8}= {0,8}[\"']([^\"']{1,200})[\"'].*");

  @Override
  public List<String> reads() {
    return List.of(FILES);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (SourceFile file : DependencyFiles.ending(root, FILES)) {
      Stated stated = new Stated(file);
      for (Line line : file.lines()) {
        Matcher matcher = ASSIGNED.matcher(line.text());
        if (matcher.matches()) {
          switch (matcher.group(1)) {
            // purl-spec, luarocks: names know no case and are written in small letters
            case "package" -> stated.name(matcher.group(2).toLowerCase(Locale.ROOT));
            case "version" -> stated.version(matcher.group(2), line);
            default -> stated.license(matcher.group(2));
          }
        }
      }
      stated.addTo(found, "luarocks");
    }
    return found;
  }
}
