package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.web.WebServerFacts.Password;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The users of Jetty's {@code HashLoginService}: a properties file with a line {@code user:
 * password, role, role} for each (Jetty Operations Guide, "Authentication and Authorization").
 */
final class JettyRealm {
  private static final Pattern USER =
      Pattern.compile(
          "^[ \\t]*+([^\\s:=#!][^\\s:=]*+)(?:[ \\t]*+[:=][ \\t]*+|[ \\t]++)([^,\\s][^,]*+)");

  private JettyRealm() {}

  /**
   * Reads the file that a login service names.
   *
   * @param named a path, often after a placeholder for the server's folder
   * @param directory of the server's configuration, in the root
   */
  static void read(Root root, String named, String directory, Sheet sheet) {
    String name = named.substring(named.lastIndexOf('/') + 1);
    if (name.isEmpty()) {
      return;
    }
    Optional<SourceFile> file =
        List.of(named, directory + "/" + name, directory + "/etc/" + name).stream()
            .flatMap(path -> root.file(path).stream())
            .findFirst();
    file.ifPresent(found -> read(root, found, sheet));
  }

  private static void read(Root root, SourceFile file, Sheet sheet) {
    Passwords.judge(root, file, sheet);
    file.lines().stream()
        .flatMap(
            line -> USER.matcher(line.text()).results().map(user -> password(file, line, user)))
        .forEach(each -> sheet.password(each.password(), each.where()));
  }

  private record Found(Password password, Evidence where) {}

  private static Found password(SourceFile file, SourceFile.Line line, MatchResult user) {
    String scheme = scheme(user.group(2).strip());
    return new Found(
        new Password(file.node().inRoot(), user.group(1), scheme),
        Evidence.line(file.path(), line.number(), user.group(1) + ": … (" + scheme + ")"));
  }

  /** Jetty itself undoes {@code OBF}, so that it hides nothing. */
  private static String scheme(String password) {
    if (password.startsWith("MD5:")) {
      return "md5";
    }
    return password.startsWith("CRYPT:") ? "des-crypt" : "plain";
  }
}
