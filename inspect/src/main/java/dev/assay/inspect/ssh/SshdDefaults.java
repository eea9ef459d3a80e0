package dev.assay.inspect.ssh;

import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ConfiguredProgram.Installed;
import dev.assay.inspect.packages.OsRelease;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.settings.Release;
import dev.assay.inspect.tree.Root;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the OpenSSH server of a root does where its configuration is silent.
 *
 * @param server the server that is installed; empty where nothing tells its release
 * @param distribution ID of os-release; empty where there is none
 */
record SshdDefaults(Optional<Installed> server, String distribution) {
  private static final Defaults TABLE = Defaults.read(SshdDefaults.class, "defaults.tsv");
  private static final List<List<String>> CHANGED =
      ProgramFile.rows(SshdDefaults.class, "distributions.tsv");

  private static final ConfiguredProgram PROGRAM =
      new ConfiguredProgram(
          "openssh",
          List.of(
              "usr/sbin/sshd",
              "usr/lib/openssh/sshd-session",
              "usr/libexec/openssh/sshd-session",
              "usr/local/sbin/sshd"),
          List.of("openssh-server", "openssh-server-udeb", "openssh"));

  static SshdDefaults of(Root root) {
    return new SshdDefaults(
        PROGRAM.in(root), OsRelease.of(root).map(os -> os.get("ID")).orElse(""));
  }

  /** Empty where it cannot be told. */
  Optional<String> of(String keyword) {
    String key = keyword.toLowerCase(Locale.ROOT);
    return CHANGED.contains(List.of(distribution, key))
        ? Optional.empty()
        : TABLE.of(key, server.map(Installed::release));
  }

  /**
   * Why {@link #of} tells nothing.
   *
   * @param keyword as the manual writes it
   */
  String silence(String keyword) {
    String key = keyword.toLowerCase(Locale.ROOT);
    if (CHANGED.contains(List.of(distribution, key))) {
      return keyword + " is not set, and " + distribution + " builds a default of its own";
    }
    return server
        .map(each -> keyword + " is not set, and the default of " + named() + " is not known here")
        .orElse(
            keyword + " is not set, and nothing tells which OpenSSH, whose default holds, this is");
  }

  /** Whether the server is of that release or later; empty where its release is not known. */
  Optional<Boolean> isSince(String release) {
    return server.map(each -> !each.release().isBefore(Release.of(release)));
  }

  /** {@code OpenSSH 9.2p1}. */
  String named() {
    return server.map(each -> "OpenSSH " + each.version()).orElse("the server");
  }
}
