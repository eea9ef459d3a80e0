package dev.assay.inspect.auth;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.auth.PamPolicyFacts.Rule;
import dev.assay.inspect.auth.PamStacks.Placed;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One component for all of {@code pam.d}. */
final class PamPolicy {
  static final List<String> READS =
      List.of(
          "etc/pam.d/*",
          "usr/lib/pam.d/*",
          "etc/security/pwquality.conf",
          "etc/security/pwquality.conf.d/*.conf",
          "etc/security/faillock.conf",
          "etc/security/pwhistory.conf");

  /** Modules that ask nobody for anything. */
  private static final Set<String> ASK_NOTHING =
      Set.of(
          "pam_permit",
          "pam_env",
          "pam_nologin",
          "pam_faildelay",
          "pam_group",
          "pam_warn",
          "pam_echo",
          "pam_keyinit");

  private PamPolicy() {}

  static void report(Root root, Findings findings) {
    PamStacks stacks = PamStacks.of(root);
    if (stacks.services.isEmpty()) {
      return;
    }
    SourceFile first = stacks.files().getFirst();
    String where = first.path().substring(0, first.path().lastIndexOf('/'));
    Draft draft = findings.component(AuthInspector.PAM, where, "PAM");
    stacks.files().forEach(file -> draft.artifact(file.path()));
    if (!stacks.doubts.isEmpty()) {
      for (String fact :
          List.of(
              "rules",
              "open",
              "emptyPasswords",
              "quality",
              "lockout",
              "history",
              "rootSwitch",
              "hash")) {
        draft.unknown(fact, stacks.doubts.getFirst());
      }
    }
    PamModules modules = new PamModules(root, stacks.rules, draft, first);
    List<Rule> rules = new ArrayList<>();
    for (Placed each : stacks.rules) {
      draft.seen("rules[" + rules.size() + "]", each.at());
      rules.add(each.rule());
    }
    for (String fact :
        List.of(
            "rules", "services", "open", "emptyPasswords", "others", "trustsHosts", "debugging")) {
      draft.seen(
          fact,
          first.whole(
              stacks.services.size()
                  + " services in "
                  + first.node().inRoot().replaceFirst("/[^/]*$", "")));
    }
    draft
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.LISTENS, "decides logins of all services")
                .withSurface(rules.size(), stacks.services.size(), rules.size() + " rules")
                .withMemoryUnsafe(false, "configuration")
                .withParsesInput(false, "configuration")
                .withPrivilege(RiskSigns.Privilege.FULL, "decides who gets in"))
        .facts(
            new PamPolicyFacts(
                List.copyOf(rules),
                List.copyOf(stacks.services),
                modules.hash(),
                modules.rounds(),
                modules.services(
                    "emptyPasswords",
                    each ->
                        is(each, "auth", "pam_unix")
                            && each.rule().arguments().stream()
                                .anyMatch(a -> a.startsWith("nullok"))),
                open(stacks, draft),
                others(stacks, draft),
                modules.quality(),
                modules.lockout(),
                modules.history(),
                modules
                    .first(
                        "rootSwitch", List.of("pam_wheel", "pam_succeed_if"), PamPolicy::guardsSu)
                    .isPresent(),
                modules.services(
                    "trustsHosts", each -> each.rule().module().matches("pam_rhosts(_auth)?")),
                modules
                    .first(
                        "userEnvironment",
                        List.of("pam_env"),
                        each -> each.rule().arguments().contains("user_readenv=1"))
                    .isPresent(),
                modules
                    .first(
                        "limits", List.of("pam_limits"), each -> is(each, "session", "pam_limits"))
                    .isPresent(),
                modules.first("auditsLogin", List.of("pam_loginuid"), each -> true).isPresent(),
                modules
                    .first(
                        "failDelay",
                        List.of("pam_unix"),
                        each ->
                            each.rule().type().equals("auth")
                                && each.rule().arguments().contains("nodelay"))
                    .isEmpty(),
                modules.services("debugging", each -> each.rule().arguments().contains("debug")),
                modules
                    .first(
                        "recordsKeys",
                        List.of("pam_tty_audit"),
                        each -> each.rule().arguments().contains("log_passwd"))
                    .isPresent(),
                Loose.writable(
                    "writableFiles",
                    stacks.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  private static boolean is(Placed placed, String type, String module) {
    return placed.rule().type().equals(type) && placed.rule().module().equals(module);
  }

  private static boolean guardsSu(Placed placed) {
    Rule rule = placed.rule();
    return rule.service().equals("su")
        && rule.type().equals("auth")
        && endsWithout(rule.control())
        && (rule.module().equals("pam_wheel") || rule.arguments().contains("ingroup"));
  }

  /** Whether its failure is that of the whole: pam.conf(5), {@code [success=ok default=die]}. */
  private static boolean endsWithout(String control) {
    return control.matches("required|requisite")
        || control.startsWith("[") && (control.contains("die") || control.contains("bad"));
  }

  /** Services whose authentication ends well though nothing was asked. */
  private static List<String> open(PamStacks stacks, Draft draft) {
    List<String> open = new ArrayList<>();
    for (String service : stacks.services) {
      List<Placed> auth =
          stacks.rules.stream()
              .filter(each -> each.rule().service().equals(service))
              .filter(each -> each.rule().type().equals("auth"))
              .toList();
      boolean asks = auth.stream().anyMatch(each -> !ASK_NOTHING.contains(each.rule().module()));
      for (Placed each : auth) {
        boolean permits = each.rule().module().equals("pam_permit");
        if (permits && (!asks || each.rule().control().equals("sufficient"))) {
          draft.seen("open[" + open.size() + "]", each.at());
          open.add(service);
          break;
        }
      }
    }
    return List.copyOf(open);
  }

  /** Whether the service {@code other} refuses or asks; without it PAM refuses. */
  private static boolean others(PamStacks stacks, Draft draft) {
    for (Placed each : stacks.rules) {
      if (each.rule().service().equals("other") && each.rule().type().equals("auth")) {
        draft.seen("others", each.at());
      }
    }
    List<Rule> auth =
        stacks.rules.stream()
            .map(Placed::rule)
            .filter(rule -> rule.service().equals("other") && rule.type().equals("auth"))
            .toList();
    return auth.isEmpty()
        || auth.stream()
            .anyMatch(
                rule ->
                    !ASK_NOTHING.contains(rule.module()) && !rule.control().matches("optional"));
  }
}
