package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The account under which a service manager starts a program. */
record StartedAs(String user, Evidence where) {
  private static final Pattern USER =
      Pattern.compile(
          "\\s*(?:User|(?:export\\s+)?(?:JETTY|TOMCAT\\d*)_USER)\\s*=\\s*[\"']?([\\w.-]+)[\"']?\\s*");

  /** Tells the account of a server, where something says it. */
  static void tell(Root root, String program, Sheet sheet) {
    find(root, program)
        .ifPresent(
            as -> {
              sheet.user.set(as.user(), as.where());
              sheet.runsAsRoot.set(as.user().equals("root"), as.where());
            });
  }

  /** What a systemd unit or a file of defaults of this name says. */
  private static Optional<StartedAs> find(Root root, String program) {
    for (String pattern :
        List.of(
            "etc/systemd/system/" + program + "*.service",
            "lib/systemd/system/" + program + "*.service",
            "usr/lib/systemd/system/" + program + "*.service",
            "etc/default/" + program + "*")) {
      for (String path : Glob.expand(root, pattern)) {
        for (SourceFile.Line line : root.file(path).map(SourceFile::lines).orElse(List.of())) {
          String text = line.text().strip();
          Matcher user = USER.matcher(text);
          if (text.length() < 1000 && user.matches()) {
            return Optional.of(
                new StartedAs(user.group(1), Excerpts.at(root.file(path).orElseThrow(), line)));
          }
        }
      }
    }
    return Optional.empty();
  }
}
