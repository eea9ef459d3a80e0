package dev.assay.inspect.web;

import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what lies in the document roots of a server, whatever its program. */
final class Documents {
  /** Directories whose whole content is never meant for readers of pages. */
  private static final Set<String> SENSITIVE =
      Set.of(
          "",
          "etc",
          "etc/ssl",
          "etc/ssl/private",
          "root",
          "home",
          "usr",
          "usr/bin",
          "usr/sbin",
          "usr/lib",
          "var",
          "var/lib",
          "var/log",
          "proc",
          "sys",
          "dev",
          "boot",
          "bin",
          "sbin",
          "lib",
          "run",
          "mnt",
          "media");

  private static final Pattern TEMPORARY =
      Pattern.compile("(tmp|var/tmp|dev/shm|run/shm|var/run/shm)(/.*)?");
  private static final Pattern NO_DOCUMENTS =
      Pattern.compile("|(etc|root|proc|sys|dev|home|boot|var/log|overlay)(/.*)?");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\.(well-known|gitkeep|keep|placeholder|empty|nojekyll|gitignore)");
  private static final Pattern BACKUP =
      Pattern.compile("(?i).+(~|\\.(bak|backup|old|orig|save|swp|sql|dump|rej|dpkg-(old|dist)))");
  private static final Set<String> TEST_SCRIPTS =
      Set.of(
          "phpinfo.php",
          "info.php",
          "test.php",
          "adminer.php",
          "test-cgi",
          "nph-test-cgi",
          "printenv",
          "printenv.pl",
          "test.cgi",
          "env.cgi",
          "hello.cgi",
          "printenv.vbs");
  private static final Set<String> DEFAULT_NAMES =
      Set.of("index.nginx-debian.html", "index.lighttpd.html");
  private static final List<String> DEFAULT_TITLES =
      List.of(
          "welcome to nginx",
          "apache2 debian default page",
          "apache2 ubuntu default page",
          "it works!",
          "placeholder page",
          "test page for the",
          "powered by jetty");

  private final Root root;
  private final String before;
  private final Sheet sheet;

  /**
   * @param before what paths of the root begin with where they are told
   */
  private Documents(Root root, String before, Sheet sheet) {
    this.root = root;
    this.before = before;
    this.sheet = sheet;
  }

  /** Notes a document root as its program names it; names with variables are kept, not judged. */
  static void root(String path, Evidence where, Sheet sheet) {
    String clean = path.replaceFirst("(?<!/)/+$", "");
    sheet.documentRoots.add("/" + clean, where);
  }

  static void judge(Root root, Sheet sheet) {
    Documents documents = new Documents(root, "", sheet);
    List<Top> tops = documents.tops();
    documents.served(tops);
    documents.content(tops.stream().filter(top -> !SENSITIVE.contains(top.path())).toList());
  }

  /**
   * Judges what lies in an archive that the server unpacks to a document root.
   *
   * @param path of the archive
   */
  static void packed(Root archive, String path, Evidence where, Sheet sheet) {
    new Documents(archive, path + "!/", sheet).content(List.of(new Top("", where)));
  }

  /** A document root with links resolved. */
  private record Top(String path, Evidence where) {
    boolean holds(String other) {
      return path.isEmpty() || other.equals(path) || other.startsWith(path + "/");
    }
  }

  private List<Top> tops() {
    List<Top> tops = new ArrayList<>();
    List<String> named = sheet.documentRoots.values();
    for (int i = 0; i < named.size(); i++) {
      String name = named.get(i);
      Optional<String> resolved = root.resolve(name);
      if (name.contains("$") || name.contains("%") || resolved.isEmpty()) {
        continue;
      }
      Top top = new Top(resolved.get(), sheet.documentRoots.where(i));
      tops.add(top);
      if (SENSITIVE.contains(top.path())) {
        sheet.sensitiveRoots.add(name, top.where());
      }
      if (TEMPORARY.matcher(top.path()).matches()) {
        sheet.temporaryRoots.add(name, top.where());
      }
    }
    return tops;
  }

  /** Keys and password files that lie among documents. */
  private void served(List<Top> tops) {
    List<String> keys = sheet.keys.values();
    for (int i = 0; i < keys.size(); i++) {
      if (isBelow(keys.get(i), tops)) {
        sheet.keysServed.add(keys.get(i), sheet.keys.where(i));
      }
    }
    for (Sheet.Named file : sheet.passwordFiles()) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      if (isBelow(file.path(), tops) && !sheet.isRefused(name)) {
        sheet.passwordFilesServed.add("/" + file.path(), file.where());
      }
    }
  }

  private boolean isBelow(String path, List<Top> tops) {
    Optional<String> resolved = root.resolve(path);
    return resolved.isPresent() && tops.stream().anyMatch(top -> top.holds(resolved.get()));
  }

  private void content(List<Top> tops) {
    if (tops.isEmpty()) {
      return;
    }
    for (Node node : root.nodes()) {
      if (node.inRoot().contains("!/") || sheet.isClosed(before + node.inRoot())) {
        continue;
      }
      for (Top top : tops) {
        if (top.holds(node.inRoot())) {
          document(node, top, tops);
          break;
        }
      }
    }
  }

  private void document(Node node, Top top, List<Top> tops) {
    String name = node.name();
    String path = "/" + before + node.inRoot();
    if (node.isLink()) {
      link(node, tops);
      return;
    }
    boolean sticky = node.isDirectory() && (node.mode() & 01000) != 0;
    if ((node.mode() & 0002) != 0 && !sticky) {
      sheet.writableContent.add(path, Modes.evidence(node));
    }
    boolean below = !node.inRoot().equals(top.path());
    if (below && name.startsWith(".")) {
      hidden(node, path, top);
    }
    if (!node.isFile()) {
      return;
    }
    if (BACKUP.matcher(name).matches() && !sheet.isRefused(name)) {
      sheet.backupFiles.add(path, node.whole("a copy among the documents"));
    }
    if (TEST_SCRIPTS.contains(name.toLowerCase(Locale.ROOT))) {
      sheet.testScripts.add(path, node.whole("a test script among the documents"));
    }
    if (DEFAULT_NAMES.contains(name) || isDefaultPage(node)) {
      sheet.defaultContent.add(path, node.whole("a page that came with the program"));
    }
  }

  /** Of a hidden directory, only its top is told. */
  private void hidden(Node node, String path, Top top) {
    String parent = node.inRoot().substring(0, node.inRoot().length() - node.name().length());
    String between = parent.substring(Math.min(parent.length(), top.path().length()));
    if (!between.contains("/.")
        && !PLACEHOLDER.matcher(node.name()).matches()
        && !sheet.isRefused(node.name())) {
      sheet.hiddenFiles.add(path, node.whole("a hidden file among the documents"));
    }
  }

  private void link(Node node, List<Top> tops) {
    Optional<String> target = root.resolve(node.inRoot());
    if (target.isPresent()
        && sheet.symlinks.get().equals("all")
        && NO_DOCUMENTS.matcher(target.get()).matches()
        && tops.stream().noneMatch(top -> top.holds(target.get()))) {
      sheet.escapingLinks.add(
          "/" + before + node.inRoot() + " -> /" + target.get(),
          node.whole("link to " + node.link()));
    }
  }

  private boolean isDefaultPage(Node node) {
    if (!node.name().equals("index.html")) {
      return false;
    }
    Optional<SourceFile> page = root.file(node.inRoot());
    if (page.isEmpty() || page.get().bytes().length > 64 << 10) {
      return false;
    }
    String text = page.get().text().toLowerCase(Locale.ROOT);
    return DEFAULT_TITLES.stream().anyMatch(text::contains);
  }
}
