package dev.assay.inspect.filter;

import dev.assay.inspect.filter.Ruleset.Chain;
import dev.assay.inspect.filter.Ruleset.Entry;
import dev.assay.inspect.starts.Assignments;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ufw(8): defaults in {@code etc/default/ufw}, rules in the form of iptables-save in {@code
 * etc/ufw}, and chains of the kernel that call them.
 */
final class Ufw {
  private static final Map<String, String> HOOKS =
      Map.of("INPUT", "input", "FORWARD", "forward", "OUTPUT", "output");

  private final Root root;
  private final List<SourceFile> files = new ArrayList<>();

  Ufw(Root root) {
    this.root = root;
  }

  /** Every file that was read. */
  List<SourceFile> files() {
    return files;
  }

  Optional<Ruleset> read() {
    Optional<SourceFile> state = root.file("etc/ufw/ufw.conf");
    if (state.isEmpty()) {
      return Optional.empty();
    }
    files.add(state.get());
    Assignments values = new Assignments();
    values.read(state.get());
    Optional<SourceFile> defaults = root.file("etc/default/ufw");
    defaults.ifPresent(files::add);
    defaults.ifPresent(values::read);
    Evidence at = defaults.orElse(state.get()).whole("policies of ufw");
    Ruleset ruleset = new Ruleset();
    boolean logs = !values.text("LOGLEVEL").equals("off");
    boolean six = values.text("IPV6").equals("yes");
    for (String family : six ? List.of("ip4", "ip6") : List.of("ip4")) {
      String suffix = family.equals("ip6") ? "6" : "";
      IptablesReader reader = new IptablesReader(ruleset, family);
      for (String name : List.of("before", "user", "after")) {
        for (SourceFile file : root.file("etc/ufw/" + name + suffix + ".rules").stream().toList()) {
          files.add(file);
          reader.read(file);
        }
      }
      HOOKS.forEach((chain, hook) -> call(ruleset, reader, family, chain, values, at, logs));
    }
    return Optional.of(ruleset);
  }

  /** What ufw-init sets up around the files. */
  private static void call(
      Ruleset ruleset,
      IptablesReader reader,
      String family,
      String name,
      Assignments values,
      Evidence at,
      boolean logs) {
    Chain chain = reader.chain(name, at);
    String hook = HOOKS.getOrDefault(name, "");
    String policy = values.text("DEFAULT_" + name + "_POLICY");
    chain.policy = policy.equals("ACCEPT") || policy.isEmpty() ? "accept" : "drop";
    // Version 6 names its chains ufw6-….
    String prefix = family + " filter ufw" + (family.equals("ip6") ? "6" : "") + "-";
    for (String part : List.of("before-", "user-", "after-")) {
      ruleset.add(chain, new Entry(new Match(), "jump", prefix + part + hook, at));
    }
    if (logs && chain.policy.equals("drop")) {
      Match match = new Match();
      match.logs = true;
      match.limited = true;
      ruleset.add(chain, new Entry(match, "log", "", at));
    }
  }

  /** Whether it is switched on; its service does nothing otherwise. */
  static boolean enabled(Root root) {
    Assignments values = new Assignments();
    root.file("etc/ufw/ufw.conf").ifPresent(values::read);
    return values.text("ENABLED").equalsIgnoreCase("yes");
  }
}
