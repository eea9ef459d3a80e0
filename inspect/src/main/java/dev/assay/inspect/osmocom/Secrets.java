package dev.assay.inspect.osmocom;

import dev.assay.inspect.osmocom.VtyConfig.Command;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The passwords of a command line. */
final class Secrets {
  private static final int SHORT = 10;

  /** Those of manuals, of wikis and of the products that the VTY comes from. */
  private static final Set<String> KNOWN =
      Set.of(
          "password",
          "passw0rd",
          "password123",
          "osmocom",
          "openbsc",
          "administrator",
          "changeme123",
          "1234567890",
          "qwertyuiop",
          "basestation",
          "supersecret");

  private Secrets() {}

  /** Whether one of those in clear text is short or known to everybody. */
  static boolean guessable(VtyConfig config) {
    return Stream.concat(config.all("", "password"), config.all("", "enable password"))
        .filter(command -> !hashed(command))
        .map(command -> command.words().getLast().toLowerCase(Locale.ROOT))
        .anyMatch(password -> password.length() < SHORT || KNOWN.contains(password));
  }

  /** Whether every password of the file is hashed, {@code password 8 HASH}. */
  static boolean allHashed(VtyConfig config) {
    return Stream.concat(config.all("", "password"), config.all("", "enable password"))
        .allMatch(Secrets::hashed);
  }

  private static boolean hashed(Command command) {
    int at = command.is("enable") ? 2 : 1;
    return command.words().size() > at + 1 && command.word(at).equals("8");
  }
}
