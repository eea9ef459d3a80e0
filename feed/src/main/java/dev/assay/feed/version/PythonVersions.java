package dev.assay.feed.version;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PEP 440 (PyPA "Version specifiers"): {@code [N!]N(.N)*[{a|b|rc}N][.postN][.devN][+local]}, with
 * the spellings that its normalisation allows. Own code: no kept library on Maven Central reads it.
 */
record PythonVersions() implements VersionScheme {
  private static final Pattern VERSION =
      Pattern.compile(
          "v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)"
              + "(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]*))?"
              + "(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]*))?"
              + "(?:[-_.]?(dev)[-_.]?([0-9]*))?"
              + "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

  /** Before every pre-release; after them all. */
  private static final int DEV_ONLY = 0;

  private static final int FINAL = 4;

  /**
   * @param early 0 a development release of the version itself, 1 alpha, 2 beta, 3 candidate, 4
   *     final
   * @param post empty without
   * @param dev empty without
   */
  private record Parsed(
      String epoch,
      List<String> release,
      int early,
      String earlyNumber,
      String post,
      String dev,
      String local) {}

  @Override
  public String name() {
    return "pep440";
  }

  @Override
  public boolean understands(String version) {
    return version.length() <= 256 && Known.within(version) && matcher(version).matches();
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    Parsed a = parse(left);
    Parsed b = parse(right);
    int order = Digits.compare(a.epoch(), b.epoch());
    order = order != 0 ? order : release(a.release(), b.release());
    order = order != 0 ? order : Integer.compare(a.early(), b.early());
    order = order != 0 ? order : Digits.compare(a.earlyNumber(), b.earlyNumber());
    order = order != 0 ? order : absentFirst(a.post(), b.post());
    order = order != 0 ? order : absentLast(a.dev(), b.dev());
    return order != 0 ? order : local(a.local(), b.local());
  }

  private static Matcher matcher(String version) {
    return VERSION.matcher(version.strip().toLowerCase(Locale.ROOT));
  }

  private static Parsed parse(String version) {
    Matcher m = matcher(version);
    if (!m.matches()) {
      throw new IllegalArgumentException(version);
    }
    String post = m.group(5) != null ? m.group(5) : m.group(6) == null ? "" : number(m.group(7));
    String dev = m.group(8) == null ? "" : number(m.group(9));
    int early = early(m.group(3), post.isEmpty() && !dev.isEmpty());
    return new Parsed(
        text(m.group(1)),
        List.of(m.group(2).split("\\.")),
        early,
        text(m.group(4)),
        post,
        dev,
        text(m.group(10)));
  }

  private static int early(@Nullable String word, boolean developmentOfRelease) {
    return switch (text(word)) {
      case "" -> developmentOfRelease ? DEV_ONLY : FINAL;
      case "a", "alpha" -> 1;
      case "b", "beta" -> 2;
      default -> 3;
    };
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** A number that was left out is 0. */
  private static String number(@Nullable String group) {
    return text(group).isEmpty() ? "0" : text(group);
  }

  private static int release(List<String> a, List<String> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int byNumber = Digits.compare(i < a.size() ? a.get(i) : "0", i < b.size() ? b.get(i) : "0");
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return 0;
  }

  private static int absentFirst(String a, String b) {
    return a.isEmpty() || b.isEmpty()
        ? Boolean.compare(!a.isEmpty(), !b.isEmpty())
        : Digits.compare(a, b);
  }

  /** A development release comes before what it leads to. */
  private static int absentLast(String a, String b) {
    return a.isEmpty() || b.isEmpty()
        ? Boolean.compare(a.isEmpty(), b.isEmpty())
        : Digits.compare(a, b);
  }

  private static int local(String a, String b) {
    List<String> left = a.isEmpty() ? List.of() : List.of(a.split("[-_.]"));
    List<String> right = b.isEmpty() ? List.of() : List.of(b.split("[-_.]"));
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      String p = left.get(i);
      String q = right.get(i);
      boolean pNumber = Digits.only(p);
      boolean qNumber = Digits.only(q);
      int order =
          pNumber && qNumber
              ? Digits.compare(p, q)
              : pNumber != qNumber ? Boolean.compare(pNumber, qNumber) : p.compareTo(q);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
