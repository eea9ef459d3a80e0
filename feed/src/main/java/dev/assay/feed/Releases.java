package dev.assay.feed;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Releases of distributions under one name each: {@code 12}, {@code 3.18}, {@code 22.04}. */
public final class Releases {
  /** Code names, from the release pages of Debian and Ubuntu. */
  private static final Map<String, String> DEBIAN =
      Map.ofEntries(
          Map.entry("wheezy", "7"),
          Map.entry("jessie", "8"),
          Map.entry("stretch", "9"),
          Map.entry("buster", "10"),
          Map.entry("bullseye", "11"),
          Map.entry("bookworm", "12"),
          Map.entry("trixie", "13"),
          Map.entry("forky", "14"),
          Map.entry("unstable", "sid"));

  private static final Map<String, String> UBUNTU =
      Map.of(
          "trusty", "14.04",
          "xenial", "16.04",
          "bionic", "18.04",
          "focal", "20.04",
          "jammy", "22.04",
          "noble", "24.04");

  /** {@code debian-12}, {@code rhel-8.6}: package URLs name the distribution again. */
  private static final Pattern PREFIX = Pattern.compile("^[a-z]+-(?=[0-9])");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern ENTERPRISE =
      Pattern.compile("(?:enterprise_linux|rhel_[a-z0-9_.]+):([0-9]+)(?:[.:].*)?");

  private Releases() {}

  /**
   * The one name of a release.
   *
   * @param distribution {@code debian}, {@code alpine}, … as in a package URL's namespace
   * @param release as sources and systems write it: {@code bookworm}, {@code debian-12}, {@code
   *     v3.18}, {@code 3.18.4}, {@code 22.04:LTS}; empty stays empty
   */
  public static String normal(String distribution, String release) {
    String text = PREFIX.matcher(release.toLowerCase(Locale.ROOT)).replaceFirst("");
    return switch (distribution) {
      case "debian" -> major(DEBIAN.getOrDefault(text, text));
      case "ubuntu" -> {
        String plain = text.endsWith(":lts") ? text.substring(0, text.length() - 4) : text;
        yield UBUNTU.getOrDefault(plain, plain);
      }
      case "alpine", "alpaquita" -> minor(text.startsWith("v") ? text.substring(1) : text);
      case "redhat" -> {
        Matcher enterprise = ENTERPRISE.matcher(text);
        yield enterprise.matches() ? enterprise.group(1) : major(text);
      }
      case "rocky", "almalinux", "centos" -> major(text);
      default -> text;
    };
  }

  private static String major(String text) {
    int dot = text.indexOf('.');
    return dot > 0 && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
        ? text.substring(0, dot)
        : text;
  }

  /** Alpine's point releases share their branch. */
  private static String minor(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.lookingAt() ? number.group() : text;
  }
}
