package dev.assay.inspect.accounts;

import dev.assay.model.ProgramFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries well-known passwords against hashes, within a budget that does not depend on the clock. */
public final class DefaultPasswords {
  /**
   * Units of {@link PasswordHash#cost}: some seconds of one processor for all accounts of a root.
   */
  private static final long BUDGET = 6_000_000;

  private static final List<String> WORDS = read();
  private long left = BUDGET;

  /**
   * Whether the password is known; empty where the hash cannot be computed or the budget is spent.
   */
  Optional<Boolean> matches(String account, PasswordHash hash) {
    long cost = hash.cost();
    if (cost <= 0) {
      return Optional.empty();
    }
    for (String candidate : candidates(account)) {
      // A hash too dear to try must not use up what the other accounts need.
      if (cost > left) {
        return Optional.empty();
      }
      left -= cost;
      try {
        if (hash.isOf(candidate)) {
          return Optional.of(true);
        }
      } catch (RuntimeException damaged) {
        // The libraries throw exceptions of several kinds for a damaged hash.
        return Optional.empty();
      }
    }
    return Optional.of(false);
  }

  /** Whether a password is one that devices ship with, or the account's own name. */
  public static boolean isWellKnown(String account, String password) {
    return candidates(account).contains(password);
  }

  private static Set<String> candidates(String account) {
    Set<String> candidates =
        new LinkedHashSet<>(List.of(account, account + "123", account + "1234"));
    candidates.addAll(WORDS);
    return candidates;
  }

  private static List<String> read() {
    return ProgramFile.text(DefaultPasswords.class, "default-passwords.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .toList();
  }
}
