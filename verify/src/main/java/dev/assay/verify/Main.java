package dev.assay.verify;

import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.Unreadable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The verifier as a program of its own. */
public final class Main {
  private static final String USAGE =
      "usage: java -jar assay-verify.jar BUNDLE [--keys DIR] [--demand ROLE,ROLE] [--as-of DATE]";

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, System.err));
  }

  /** Exit status: 0 verified and, if signatures are demanded, approved; 1 not; 2 unreadable. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      Optional<Path> bundle = Optional.empty();
      Optional<TrustedKeys> keys = Optional.empty();
      SortedSet<String> demanded = new TreeSet<>();
      LocalDate day = LocalDate.now(ZoneOffset.UTC);
      for (Iterator<String> each = Arrays.asList(arguments).iterator(); each.hasNext(); ) {
        String argument = each.next();
        switch (argument) {
          case "--keys" -> keys = Optional.of(TrustedKeys.read(Path.of(value(each))));
          case "--demand" -> demanded.addAll(Arrays.asList(value(each).split(",")));
          case "--as-of" -> day = LocalDate.parse(value(each));
          default -> bundle = only(bundle, argument);
        }
      }
      if (!demanded.isEmpty() && keys.isEmpty()) {
        throw new Unreadable("--demand needs --keys, the folder of the trusted ROLE.pub");
      }
      Checked checked =
          Verifier.check(
              bundle.orElseThrow(() -> new Unreadable(USAGE)),
              new Verifier.Terms(keys, demanded, day));
      checked.lines().forEach(out::println);
      checked.launch().ifPresent(out::println);
      return checked.isAccepted() ? 0 : 1;
    } catch (Unreadable | DateTimeParseException | InvalidPathException e) {
      err.println("assay-verify: " + e.getMessage());
      return 2;
    }
  }

  private static Optional<Path> only(Optional<Path> before, String argument) throws Unreadable {
    if (before.isPresent() || argument.startsWith("--")) {
      throw new Unreadable(USAGE);
    }
    return Optional.of(Path.of(argument));
  }

  private static String value(Iterator<String> rest) throws Unreadable {
    if (!rest.hasNext()) {
      throw new Unreadable(USAGE);
    }
    return rest.next();
  }
}
