package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ProgramDefaults;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import java.util.List;

/** Whether BIND validates answers (DNSSEC), which depends on its release where nothing is set. */
final class BindValidation {
  private static final String STATEMENT = "dnssec-validation";
  private static final Defaults TABLE = Defaults.read(BindValidation.class, "bind-defaults.tsv");
  private static final ConfiguredProgram PROGRAM =
      new ConfiguredProgram(
          "bind",
          List.of("usr/sbin/named", "usr/bin/named", "usr/local/sbin/named"),
          List.of("bind9", "bind", "bind-server"));

  private BindValidation() {}

  static boolean isOn(String fact, Answers answers, Root root, Draft draft) {
    String set = answers.text(fact, STATEMENT, "");
    if (!set.isEmpty()) {
      return !set.equals("no");
    }
    if (answers.any(fact, "managed-keys") || answers.any(fact, "trusted-keys")) {
      return true;
    }
    String preset =
        ProgramDefaults.of("BIND", TABLE, PROGRAM, root)
            .taken(STATEMENT, fact, answers.main(), draft);
    return preset.equals("auto");
  }
}
