package dev.assay.inspect.ecosystem.npm;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code yarn.lock} of Yarn 1 and of Yarn 2 and later: a line with the ranges that were asked
 * for, and indented below it the version that they all get. What lies in the project itself ({@code
 * workspace:} and its like) is no package. The file does not tell what is for development only.
 */
final class YarnLock {
  static final String FILE = "yarn.lock";

  /** The first of the ranges; an alias names the package it stands for behind {@code npm:}. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\"?(?<name>(?:@[^@/\"\\s]{1,214}/)?[^@/\"\\s:]{1,214})@"
              + "(?:npm:(?<real>(?:@[^@/\"\\s]{1,214}/)?[^@/\"\\s:]{1,214})@)?(?<range>[^\"]*+).*");

  private static final Pattern VERSION =
      Pattern.compile(" {2}version:? \"?([0-9][^\"\\s]{0,255})\"?");

  private static final Pattern LOCAL = Pattern.compile("(?:workspace|link|portal|file):.*");

  private YarnLock() {}

  static void read(SourceFile file, List<Dependency> found) {
    String name = "";
    for (Line line : file.lines()) {
      boolean ends = line.text().endsWith(":");
      Matcher asked =
          ASKED.matcher(line.text().substring(0, line.text().length() - (ends ? 1 : 0)));
      Matcher version = VERSION.matcher(line.text());
      if (ends && asked.matches()) {
        name = LOCAL.matcher(asked.group("range")).matches() ? "" : named(asked);
      } else if (version.matches() && !name.isEmpty()) {
        found.add(Locked.of(name, version.group(1), file, line));
        name = "";
      }
    }
  }

  private static String named(Matcher asked) {
    String real = asked.group("real");
    return real == null ? asked.group("name") : real;
  }
}
