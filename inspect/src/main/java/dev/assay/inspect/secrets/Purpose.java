package dev.assay.inspect.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is for, as its path tells: a secret in an example is no secret. */
public enum Purpose {
  /** Part of the running system. */
  LIVE,
  /** Documentation, example, test or translation. */
  EXAMPLE;

  private static final List<String> PREFIXES =
      List.of(
          "usr/share/doc/",
          "usr/share/man/",
          "usr/share/info/",
          "usr/share/locale/",
          "usr/share/help/",
          "usr/share/gtk-doc/",
          "usr/share/vim/",
          "usr/local/share/doc/",
          "usr/local/share/man/",
          "usr/share/licenses/");

  private static final Set<String> DIRECTORIES =
      Set.of(
          "test",
          "tests",
          "testing",
          "testdata",
          "test_data",
          "testsuite",
          "test-data",
          "unittest",
          "unittests",
          "example",
          "examples",
          "sample",
          "samples",
          "demo",
          "demos",
          "template",
          "templates",
          "docs",
          "doc",
          "fixtures",
          "dummyserver",
          "selftest",
          "self-tests",
          "mock",
          "mocks",
          "demo.d");

  private static final List<String> ENDINGS =
      List.of(
          ".md",
          ".rst",
          ".pod",
          ".1",
          ".5",
          ".7",
          ".8",
          ".texi",
          ".info",
          ".adoc",
          ".po",
          ".mo",
          ".example",
          ".sample",
          ".dist",
          ".template",
          ".html",
          ".htm",
          "_spec.rb",
          ".in");

  /**
   * Words of a name: {@code hazelcast-full-example.xml}, {@code config.sample.php}, {@code
   * password_test.mod}.
   */
  private static final Pattern NAMED_EXAMPLE =
      Pattern.compile("(?:^|[-_.])(?:examples?|samples?(?=\\.[a-z]+$))(?:[-_.]|$)|_test\\.[a-z]+$");

  /** The purpose of a file by its path in the root. */
  public static Purpose of(String inRoot) {
    String path = inRoot.toLowerCase(Locale.ROOT);
    if (PREFIXES.stream().anyMatch(path::startsWith)) {
      return EXAMPLE;
    }
    String[] segments = path.split("/");
    for (int i = 0; i < segments.length - 1; i++) {
      if (DIRECTORIES.contains(segments[i]) || isSpecOfGem(segments, i)) {
        return EXAMPLE;
      }
    }
    String name = segments.length == 0 ? "" : segments[segments.length - 1];
    boolean named =
        name.startsWith("test_")
            || name.startsWith("readme")
            || name.startsWith("changelog")
            || name.equals("pkg-info")
            || name.equals("metadata")
            || NAMED_EXAMPLE.matcher(name).find();
    // A web interface is HTML, too: only outside of the places a web server publishes is a page
    // documentation.
    boolean page = (name.endsWith(".html") || name.endsWith(".htm")) && !isDocumentation(segments);
    return named || !page && ENDINGS.stream().anyMatch(name::endsWith) ? EXAMPLE : LIVE;
  }

  /** The tests of a gem of Ruby; elsewhere a folder of this name may hold code that is in use. */
  private static boolean isSpecOfGem(String[] segments, int at) {
    return at >= 2 && segments[at].equals("spec") && segments[at - 2].equals("gems");
  }

  private static boolean isDocumentation(String[] segments) {
    for (String segment : segments) {
      if (segment.equals("share") || segment.equals("manual") || segment.equals("help")) {
        return true;
      }
    }
    return false;
  }
}
