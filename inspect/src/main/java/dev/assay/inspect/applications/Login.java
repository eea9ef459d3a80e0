package dev.assay.inspect.applications;

import dev.assay.inspect.accounts.DefaultPasswords;
import dev.assay.inspect.applications.ApplicationAccountsFacts.Account;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An account as a file has it, and where. */
record Login(Account account, Evidence where) {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

  /** Tomcat stores {@code salt$iterations$digest} ("Realm Configuration", digested passwords). */
  private static final Pattern SALTED = Pattern.compile("[0-9a-fA-F]+\\$\\d+\\$[0-9a-fA-F]+");

  /** Karaf marks what it has hashed, Jasypt what it has encrypted. */
  private static final List<String> HASHED = List.of("{CRYPT}", "$2a$", "$2b$", "$2y$", "{SHA");

  static Login of(SourceFile file, int line, String name, String password) {
    String scheme = scheme(password);
    boolean known = scheme.equals("plain") && DefaultPasswords.isWellKnown(name, password);
    return new Login(
        new Account(name, scheme, known),
        Evidence.line(
            file.path(),
            line,
            name
                + ": … ("
                + scheme
                + (known ? ", a well-known password" : "")
                + ", "
                + password.length()
                + " characters)"));
  }

  private static String scheme(String password) {
    if (HASHED.stream().anyMatch(password::startsWith) || SALTED.matcher(password).matches()) {
      return "hashed";
    }
    if (password.toUpperCase(Locale.ROOT).startsWith("ENC(")) {
      return "encrypted";
    }
    if (!HEX.matcher(password).matches()) {
      return "plain";
    }
    return switch (password.length()) {
      case 32 -> "md5";
      case 40 -> "sha1";
      case 64 -> "sha256";
      case 128 -> "sha512";
      default -> "plain";
    };
  }
}
