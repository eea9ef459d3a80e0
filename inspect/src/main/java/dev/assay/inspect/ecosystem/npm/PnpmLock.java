package dev.assay.inspect.ecosystem.npm;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code pnpm-lock.yaml}, lockfileVersion 5 to 9: the keys of {@code packages} are name and
 * version ({@code /lodash/4.17.20}, {@code /lodash@4.17.20}, {@code lodash@4.17.20}), with the
 * peers they were resolved for behind. What is marked {@code dev: true} is left out; version 9 does
 * not mark it.
 */
final class PnpmLock {
  static final String FILE = "pnpm-lock.yaml";

  private static final Pattern KEY =
      Pattern.compile(
          " {2}['\"]?/?((?:@[^@/\\s]{1,214}/)?[^@/\\s:'\"]{1,214})[@/]"
              + "([0-9][^\\s'\":(_/]{0,255})(?:[(_][^\\s'\"]*)?['\"]?:(?: .*)?");

  private static final Pattern ENTRY = Pattern.compile(" {2}\\S.*");

  private static final Pattern FOR_DEVELOPMENT = Pattern.compile(" {4}dev: true\\s*");

  private PnpmLock() {}

  static void read(SourceFile file, List<Dependency> found) {
    List<Dependency> packages = new ArrayList<>();
    boolean inPackages = false;
    boolean last = false;
    for (Line line : file.lines()) {
      if (!line.text().isEmpty() && line.text().charAt(0) != ' ') {
        inPackages = line.text().startsWith("packages:");
      } else if (inPackages && ENTRY.matcher(line.text()).matches()) {
        Matcher key = KEY.matcher(line.text());
        last = key.matches();
        if (last) {
          packages.add(Locked.of(key.group(1), key.group(2), file, line));
        }
      } else if (inPackages && last && FOR_DEVELOPMENT.matcher(line.text()).matches()) {
        packages.removeLast();
        last = false;
      }
    }
    found.addAll(packages);
  }
}
