package dev.assay.inspect.script;

import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.tree.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of code is part of: a script is one by itself; modules and pages belong to the
 * package that owns them, else to the library or application below whose folder they lie.
 *
 * @param name for people
 * @param where its path, or that of its modules and their language, or the package and the language
 * @param path inside the root: of the script, or the folder below which all seen so far lies
 * @param library whether it is for others to use
 */
record Unit(String name, String where, String path, boolean library) {
  /**
   * Folders in which interpreters look for modules, each library in a file or folder of its own.
   */
  private static final Pattern LIBRARIES =
      Pattern.compile(
          "(?<=^|/)(?:(?:dist|site)-packages|python[0-9.]+|perl(?:5|-base)?|(?:vendor|site)_perl"
              + "|share/php|lua(?:/[0-9.]+)?|(?:vendor|site)_ruby|gems|nodejs|node_modules)/"
              + "(?:[0-9.]+/)?(?=[^/]+(?:/|$))");

  /** Folders whose files a web server gives or runs, each application in a folder of its own. */
  private static final Pattern WEB =
      Pattern.compile(
          "(?<=^|/)(?:www(?:/html)?|htdocs|public_html|wwwroot|webroot|webapps)/(?=[^/]+/)");

  private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]+$");

  static Unit of(Node node, Language language, String interpreter, Owned owned) {
    String path = node.inRoot();
    if (!interpreter.isEmpty()) {
      return new Unit(node.name(), path, path, false);
    }
    Matcher library = last(LIBRARIES, path);
    boolean forOthers = library.hasMatch();
    String folder = folder(path, forOthers ? library : last(WEB, path));
    Optional<String> owner = owned.owner(path);
    if (owner.isPresent()) {
      String url = owner.get();
      String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("[@?].*", "");
      return new Unit(
          name + " (" + language.word() + ")",
          "#" + url.substring("pkg:".length()) + "#" + language.word() + (forOthers ? "" : "-run"),
          path,
          forOthers);
    }
    String name = ENDING.matcher(folder.substring(folder.lastIndexOf('/') + 1)).replaceFirst("");
    return new Unit(
        (name.isEmpty() ? "/" : name) + " (" + language.word() + ")",
        folder + "#" + language.word(),
        folder,
        forOthers);
  }

  /** This unit when a further part of it is seen. */
  Unit and(Unit other) {
    String mine = path + "/";
    int same = 0;
    for (int i = 0; i < mine.length() && i <= other.path.length(); i++) {
      char theirs = i == other.path.length() ? '/' : other.path.charAt(i);
      if (mine.charAt(i) != theirs) {
        break;
      }
      same = theirs == '/' ? i : same;
    }
    return new Unit(name, where, path.substring(0, same), library);
  }

  /** The folder or file behind the match, else the file's own folder. */
  private static String folder(String path, Matcher match) {
    if (!match.hasMatch()) {
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
    int slash = path.indexOf('/', match.end());
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static Matcher last(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    int at = -1;
    while (matcher.find()) {
      at = matcher.start();
    }
    if (at >= 0) {
      matcher.find(at);
    }
    return matcher;
  }
}
