package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ConfiguredProgram.Installed;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import java.util.List;
import java.util.Optional;

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
    Optional<Installed> named = PROGRAM.in(root);
    named.ifPresent(each -> draft.seen(fact, each.evidence()));
    Optional<String> preset = TABLE.of(STATEMENT, named.map(Installed::release));
    if (preset.isEmpty()) {
      draft.unknown(
          fact,
          STATEMENT + " is not set, and nothing tells which BIND, whose default holds, it is");
    }
    return preset.filter(each -> !each.equals("no")).isPresent();
  }
}
