package dev.assay.feed.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of Go modules (Go Modules Reference, "Versions", "Pseudo-versions"): semantic versions
 * with a {@code v}, in which a pseudo-version is a pre-release by its time stamp and {@code
 * +incompatible} does not count; and of the toolchain ({@code go1.21rc2}), read as 1.21.0-rc.2.
 */
record GoVersions() implements VersionScheme {
  private static final Pattern TOOLCHAIN =
      Pattern.compile(
          "(?:go)?([0-9]{1,9})\\.([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:(beta|rc)([0-9]{1,9}))?");

  @Override
  public String name() {
    return "go";
  }

  @Override
  public boolean understands(String version) {
    return Known.within(version) && SemanticVersions.valid(0, semantic(version));
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    return SEMVER.compare(semantic(left), semantic(right));
  }

  private static String semantic(String version) {
    Matcher toolchain = TOOLCHAIN.matcher(version);
    if (toolchain.matches()) {
      String patch = toolchain.group(3) == null ? "0" : toolchain.group(3);
      String early =
          toolchain.group(4) == null ? "" : "-" + toolchain.group(4) + "." + toolchain.group(5);
      return toolchain.group(1) + "." + toolchain.group(2) + "." + patch + early;
    }
    return version.startsWith("v") ? version.substring(1) : version;
  }
}
