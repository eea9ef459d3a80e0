package dev.assay.inspect.ssh;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ConfiguredProgram.Installed;
import dev.assay.inspect.identity.ProgramDefaults;
import dev.assay.inspect.packages.OsRelease;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.settings.Release;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Optional;

/**
 * What the OpenSSH server of a root does where its configuration is silent: as the release does,
 * unless the distribution changes it in its build.
 *
 * @param distribution ID of os-release; empty where there is none
 */
record SshdDefaults(ProgramDefaults release, String distribution) {
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
        ProgramDefaults.of("OpenSSH", TABLE, PROGRAM, root),
        OsRelease.of(root).map(os -> os.get("ID")).orElse(""));
  }

  /**
   * The default of a keyword that is not set, or nothing where the fact then is unknown.
   *
   * @param keyword as the manual writes it
   */
  String taken(String keyword, String fact, SourceFile file, Draft draft) {
    return built(keyword, fact, draft, release.taken(keyword, fact, file, draft));
  }

  /** The same of a keyword that is set to a change of the default. */
  String counted(String keyword, String fact, Draft draft) {
    return built(keyword, fact, draft, release.counted(keyword, fact, draft));
  }

  private String built(String keyword, String fact, Draft draft, String value) {
    if (!CHANGED.contains(List.of(distribution, keyword))) {
      return value;
    }
    draft.unknown(fact, distribution + " builds a default of its own for " + keyword);
    return "";
  }

  /** Whether the server is of that release or later; empty where its release is not known. */
  Optional<Boolean> isSince(String other) {
    return release.installed().map(Installed::release).map(it -> !it.isBefore(Release.of(other)));
  }

  /** {@code OpenSSH 9.2p1}. */
  String shown() {
    return release.shown();
  }
}
