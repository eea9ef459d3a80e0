package dev.assay.inspect.ecosystem;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which versions of a package could take the place of another one.
 *
 * <p>npm and Cargo put incompatible versions side by side on purpose, each for those that need it.
 * Compatible there are versions of which the first number that is not zero is the same, and all in
 * front of it (semver.org 2.0.0 §8; npm's caret ranges; The Cargo Book, Default requirements). In
 * other ecosystems programs share one version, so that any newer one could.
 */
final class Succession {
  private static final Set<String> SIDE_BY_SIDE = Set.of("npm", "cargo");

  private static final Pattern PARTS = Pattern.compile("[0-9]+|[A-Za-z]+");

  /**
   * Numbers first, then what comes before a release (§9); what comes behind + is no order (§10).
   */
  private static final Pattern VERSION =
      Pattern.compile("v?([^-+]*)(?:-([^+]*))?(?:\\+.*)?", Pattern.DOTALL);

  private record Version(List<String> numbers, List<String> before) {
    static Version of(String text) {
      MatchResult found = VERSION.matcher(text).results().findFirst().orElseThrow();
      String before = found.group(2);
      return new Version(parts(found.group(1)), before == null ? List.of() : parts(before));
    }

    private static List<String> parts(String text) {
      return PARTS.matcher(text).results().map(MatchResult::group).toList();
    }

    /** {@code 1}, {@code 0.3}, {@code 0.0.5}. */
    List<String> compatible() {
      int first = 0;
      while (first < numbers.size() && numbers.get(first).matches("0+")) {
        first++;
      }
      return numbers.subList(0, Math.min(first + 1, numbers.size()));
    }
  }

  private static final Comparator<Version> ORDER =
      Comparator.comparing(Version::numbers, Succession::compare)
          .thenComparing(version -> version.before().isEmpty())
          .thenComparing(Version::before, Succession::compare);

  private Succession() {}

  /**
   * Those of {@code all} that are newer than {@code version} and could take its place, the newest
   * last.
   *
   * @param type package URL type
   */
  static List<String> of(String type, String version, Collection<String> all) {
    if (version.isEmpty()) {
      return List.of();
    }
    Version own = Version.of(version);
    boolean any = !SIDE_BY_SIDE.contains(type);
    return all.stream()
        .filter(other -> !other.isEmpty())
        .filter(other -> any || Version.of(other).compatible().equals(own.compatible()))
        .filter(other -> ORDER.compare(Version.of(other), own) > 0)
        .sorted(Comparator.comparing(Version::of, ORDER).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      int order = compare(at(one, i), at(other, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Missing numbers are zero. */
  private static String at(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "0";
  }

  /** Numbers come before words (§11.4.3). */
  private static int compare(String one, String other) {
    boolean number = Character.isDigit(one.charAt(0));
    if (number != Character.isDigit(other.charAt(0))) {
      return number ? -1 : 1;
    }
    return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }
}
