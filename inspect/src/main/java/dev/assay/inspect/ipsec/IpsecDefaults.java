package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ProgramDefaults;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;

/** The weak algorithms of the proposals that strongSwan makes where a connection names none. */
record IpsecDefaults(ProgramDefaults release, SourceFile file) {
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

  /**
   * @param file that has the connections
   */
  static IpsecDefaults of(Root root, SourceFile file) {
    return new IpsecDefaults(ProgramDefaults.of("strongSwan", TABLE, PROGRAM, root), file);
  }

  /**
   * Keywords as in configured proposals; none where the connection's own are all that is accepted.
   *
   * @param proposals {@code ike proposals} or {@code esp proposals}
   */
  List<String> weak(String proposals, boolean accepted, String fact, Draft draft) {
    String words = accepted ? release.taken(proposals, fact, file, draft) : NONE;
    return words.equals(NONE) ? List.of() : Connections.list(words);
  }
}
