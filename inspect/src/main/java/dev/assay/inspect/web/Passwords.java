package dev.assay.inspect.web;

import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.web.WebServerFacts.Password;
import dev.assay.model.Evidence;
import java.util.Optional;

/** Password files of web servers: {@code user:hash} a line (htpasswd(1)). */
final class Passwords {
  private Passwords() {}

  static void read(Root root, Sheet.Named named, Sheet sheet) {
    Optional<SourceFile> file = root.file(named.path());
    if (file.isEmpty()) {
      return;
    }
    judge(root, file.get(), sheet);
    for (SourceFile.Line line : file.get().lines()) {
      int colon = line.text().indexOf(':');
      if (colon > 0 && !line.text().startsWith("#")) {
        String user = line.text().substring(0, colon);
        // A digest file has a realm between name and hash (htdigest(1)).
        String[] rest = line.text().substring(colon + 1).strip().split(":", -1);
        boolean digest = rest.length >= 2 && rest[rest.length - 1].matches("[0-9a-f]{32}");
        String scheme = digest ? "md5" : scheme(rest[0]);
        Evidence where =
            Evidence.line(file.get().path(), line.number(), user + ":… (" + scheme + ")");
        sheet.password(new Password(file.get().node().inRoot(), user, scheme), where);
      }
    }
  }

  /** Whether others can read a file of passwords. */
  static void judge(Root root, SourceFile file, Sheet sheet) {
    if (Modes.readableByAll(root, file.node())) {
      sheet.passwordFilesReadable.add("/" + file.node().inRoot(), Modes.evidence(file.node()));
    }
  }

  static String scheme(String secret) {
    if (secret.matches("\\$2[abxy]\\$\\d\\d\\$.*")) {
      return "bcrypt";
    }
    if (secret.startsWith("$apr1$")) {
      return "apr1";
    }
    if (secret.startsWith("$1$")) {
      return "md5";
    }
    if (secret.startsWith("$5$")) {
      return "sha256-crypt";
    }
    if (secret.startsWith("$6$")) {
      return "sha512-crypt";
    }
    if (secret.startsWith("{SHA}") || secret.startsWith("{SSHA}")) {
      return "sha1";
    }
    if (secret.startsWith("$y$") || secret.startsWith("$7$") || secret.startsWith("$argon2")) {
      return "other";
    }
    if (secret.startsWith("{PLAIN}")) {
      return "plain";
    }
    if (secret.matches("[./0-9A-Za-z]{13}")) {
      return "des-crypt";
    }
    if (secret.matches("[0-9a-f]{32}")) {
      return "md5";
    }
    // htpasswd(1): a lone * or ! locks an account.
    return secret.matches("[*!]*") ? "other" : "plain";
  }
}
