package dev.assay.inspect.bytecode;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes of a root are an application's own: those below the packages of a main class that a
 * manifest names, and those of web applications. All others are libraries, whose main classes are
 * tools beside what they are for.
 *
 * @param packages of applications, with slashes, as far as they tell makers apart
 */
record Applications(Set<String> packages) {
  static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** Main classes of archives (Java Archive specification, main attributes; Spring Boot's own). */
  private static final Pattern MAIN =
      Pattern.compile("(?m)^(?:Main|Start)-Class: *([\\w.$]+) *\\r?$");

  /** Where archives of applications have their own classes (Servlet 6.0, section 10.5). */
  private static final List<String> OWN = List.of("WEB-INF/classes/", "BOOT-INF/classes/");

  /** Names below which many makers have their packages. */
  private static final Pattern SHARED =
      Pattern.compile(
          "(?:org/(?:apache|eclipse|codehaus|jboss|ow2|openjdk)|com/(?:google|sun|github|ibm)"
              + "|io/github|net/(?:sf|sourceforge)|javax?|jakarta)/");

  /**
   * Where distributions (Debian policy for Java, 2.4; Fedora's, 2.1) and applications (Servlet 6.0,
   * section 10.5) have libraries.
   */
  private static final Pattern LIBRARIES =
      Pattern.compile("^usr/(?:share|lib)/java/|(?:^|/)(?:WEB-INF|BOOT-INF)/lib/");

  /** What an archive has that others load as a driver (JDBC 4.3, section 9.2.1). */
  private static final String DRIVER = "META-INF/services/java.sql.Driver";

  static Applications of(Root root) {
    Set<String> packages = new HashSet<>();
    String path = root.opened().map(Node::inRoot).orElse("");
    if (LIBRARIES.matcher(path).find() || root.exists(DRIVER)) {
      return new Applications(packages);
    }
    for (SourceFile manifest : root.anywhere(MANIFEST)) {
      Matcher main = MAIN.matcher(manifest.text());
      while (main.find()) {
        packages.add(maker(main.group(1).replace('.', '/')));
      }
    }
    return new Applications(packages);
  }

  /**
   * @param path of the class in its archive or root
   * @param name of the class
   */
  boolean own(String path, String name) {
    return OWN.stream().anyMatch(path::contains) || packages.contains(maker(name));
  }

  /**
   * {@code com/acme/} of {@code com/acme/phone/Main}; three names where two are shared; nothing of
   * a class without a package.
   */
  private static String maker(String name) {
    int names = SHARED.matcher(name).lookingAt() ? 3 : 2;
    int end = -1;
    for (int i = 0; i < names; i++) {
      int next = name.indexOf('/', end + 1);
      if (next < 0) {
        break;
      }
      end = next;
    }
    return name.substring(0, end + 1);
  }
}
