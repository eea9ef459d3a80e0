package dev.assay.inspect.sip;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ProgramDefaults;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.settings.IniFile;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Optional;

/** Which versions of TLS Kamailio takes, which depends on its release where nothing is set. */
final class TlsMethod {
  private static final String FACT = "tlsMethod";
  private static final String KEY = "tls_method";
  private static final Defaults TABLE = Defaults.read(TlsMethod.class, "defaults.tsv");
  private static final ConfiguredProgram PROGRAM =
      new ConfiguredProgram(
          "kamailio",
          List.of("usr/sbin/kamailio", "usr/local/sbin/kamailio"),
          List.of("kamailio", "kamailio-tls-modules", "kamailio5", "kamailio-tls"));

  private TlsMethod() {}

  static String of(
      KamailioConfig config, IniFile profile, SourceFile file, Root root, Draft draft) {
    Optional<Setting> set =
        profile.find("server:default.method").or(() -> config.last("tls." + KEY));
    if (set.isPresent()) {
      draft.seen(FACT, set.get().at());
      return set.get().value();
    }
    return ProgramDefaults.of("Kamailio", TABLE, PROGRAM, root).taken(KEY, FACT, file, draft);
  }
}
