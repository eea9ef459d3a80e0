package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ConfiguredProgram.Installed;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import java.util.List;
import java.util.Optional;

/**
 * The weak algorithms of the proposals that strongSwan makes where a connection names none.
 *
 * @param daemon what is installed; empty where nothing tells its release
 */
record IpsecDefaults(Optional<Installed> daemon) {
  private static final Defaults TABLE = Defaults.read(IpsecDefaults.class, "defaults.tsv");
  private static final String NONE = "-";

  private static final ConfiguredProgram PROGRAM =
      new ConfiguredProgram(
          "strongswan",
          List.of(),
          List.of(
              "strongswan-charon",
              "charon-systemd",
              "libstrongswan",
              "strongswan",
              "strongswan-full",
              "strongswan-default",
              "strongswan-minimal"));

  static IpsecDefaults of(Root root) {
    return new IpsecDefaults(PROGRAM.in(root));
  }

  /**
   * Keywords as in configured proposals; none where the connection's own are all that is accepted.
   *
   * @param protocol {@code ike} or {@code esp}
   */
  List<String> weak(String protocol, boolean accepted, String fact, Draft draft) {
    if (!accepted) {
      return List.of();
    }
    Optional<String> words = TABLE.of(protocol, daemon.map(Installed::release));
    if (words.isEmpty()) {
      draft.unknown(
          fact,
          "the default proposal is accepted, and nothing tells which strongSwan, whose it is, this"
              + " is");
    }
    daemon.map(Installed::evidence).ifPresent(where -> draft.seen(fact, where));
    return words.filter(each -> !each.equals(NONE)).map(Connections::list).orElse(List.of());
  }
}
