package dev.assay.inspect.auth;

import dev.assay.inspect.Draft;
import dev.assay.inspect.auth.PamPolicyFacts.Lockout;
import dev.assay.inspect.auth.PamPolicyFacts.Quality;
import dev.assay.inspect.auth.PamStacks.Placed;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What single modules do by their arguments and files. Arguments come before files. */
final class PamModules {
  private final Root root;
  private final List<Placed> rules;
  private final Draft draft;
  private final SourceFile main;
  private final String path;

  /**
   * @param main the file that stands for all stacks
   */
  PamModules(Root root, List<Placed> rules, Draft draft, SourceFile main) {
    this.root = root;
    this.rules = rules;
    this.draft = draft;
    this.main = main;
    this.path = main.path();
  }

  private Map<String, Setting> settings(SourceFile file) {
    return Lines.last(Lines.words(file.in(main)));
  }

  /** The first rule with one of some modules that passes. */
  Optional<Placed> first(String fact, List<String> modules, Predicate<Placed> wanted) {
    Optional<Placed> found =
        rules.stream()
            .filter(each -> modules.contains(each.rule().module()) && wanted.test(each))
            .findFirst();
    found.ifPresent(each -> draft.seen(fact, each.at()));
    if (found.isEmpty()) {
      draft.seen(fact, Evidence.whole(path, "no stack has " + modules));
    }
    return found;
  }

  Quality quality() {
    Optional<Placed> found =
        first(
            "quality",
            List.of("pam_pwquality", "pam_cracklib", "pam_passwdqc"),
            each -> each.rule().type().equals("password"));
    if (found.isEmpty()) {
      return new Quality("", 0, 0, false, false, 0, 0, false, false);
    }
    String module = found.get().rule().module();
    if (module.equals("pam_passwdqc")) {
      // Its limits depend on the number of kinds at once and are strict by default
      // (passwdqc.conf(5)).
      return new Quality(module, 8, 3, true, true, 0, 0, true, true);
    }
    Map<String, Setting> values = new TreeMap<>();
    if (module.equals("pam_pwquality")) {
      List<SourceFile> files = new ArrayList<>(root.files("etc/security/pwquality.conf.d/*.conf"));
      root.file("etc/security/pwquality.conf").ifPresent(files::add);
      files.forEach(file -> values.putAll(settings(file)));
    }
    arguments(found.get(), values);
    Effective of = effective(values);
    boolean library = module.equals("pam_pwquality");
    long classes = of.number("quality", "minclass", 0);
    long asked =
        List.of("dcredit", "ucredit", "lcredit", "ocredit").stream()
            .filter(key -> of.number("quality", key, library ? 0 : 1) < 0)
            .count();
    return new Quality(
        module,
        of.number("quality", "minlen", library ? 8 : 9),
        Math.max(classes, asked),
        of.number("quality", "dictcheck", 1) != 0,
        library ? of.number("quality", "usercheck", 1) != 0 : values.containsKey("reject_username"),
        of.number("quality", "difok", library ? 1 : 5),
        of.number("quality", "maxrepeat", 0),
        values.containsKey("enforce_for_root"),
        of.number("quality", "enforcing", 1) != 0);
  }

  Lockout lockout() {
    Optional<Placed> found =
        first(
            "lockout",
            List.of("pam_faillock", "pam_tally2", "pam_tally"),
            each -> each.rule().type().equals("auth"));
    if (found.isEmpty()) {
      return new Lockout("", 0, 0, 0, false);
    }
    String module = found.get().rule().module();
    boolean faillock = module.equals("pam_faillock");
    Map<String, Setting> values = new TreeMap<>();
    if (faillock) {
      root.file("etc/security/faillock.conf").ifPresent(file -> values.putAll(settings(file)));
    }
    rules.stream()
        .filter(each -> each.rule().module().equals(module) && each.rule().type().equals("auth"))
        .forEach(each -> arguments(each, values));
    Effective of = effective(values);
    String unlock = of.word("lockout", "unlock_time", faillock ? "600" : "0");
    return new Lockout(
        module,
        of.number("lockout", "deny", faillock ? 3 : 0),
        unlock.matches("[0-9]{1,9}") ? Long.parseLong(unlock) : 0,
        of.number("lockout", "fail_interval", faillock ? 900 : 0),
        values.containsKey("even_deny_root") || values.containsKey("root_unlock_time"));
  }

  /** {@code remember} of pam_pwhistory, 10 by default, or of pam_unix. */
  long history() {
    Optional<Placed> found = first("history", List.of("pam_pwhistory"), each -> true);
    if (found.isPresent()) {
      Map<String, Setting> values = new TreeMap<>();
      root.file("etc/security/pwhistory.conf").ifPresent(file -> values.putAll(settings(file)));
      arguments(found.get(), values);
      return effective(values).number("history", "remember", 10);
    }
    Map<String, Setting> values = new TreeMap<>();
    unix().ifPresent(each -> arguments(each, values));
    return effective(values).number("history", "remember", 0);
  }

  /** The rule with which passwords are changed. */
  Optional<Placed> unix() {
    return first("hash", List.of("pam_unix"), each -> each.rule().type().equals("password"));
  }

  String hash() {
    return unix().stream()
        .flatMap(each -> each.rule().arguments().stream())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.matches("md5|bigcrypt|sha256|sha512|blowfish|gost_yescrypt|yescrypt"))
        .reduce((first, second) -> second)
        .orElse("default");
  }

  long rounds() {
    Map<String, Setting> values = new TreeMap<>();
    unix().ifPresent(each -> arguments(each, values));
    return effective(values).number("rounds", "rounds", 0);
  }

  /** Services of rules that pass, each once. */
  List<String> services(String fact, Predicate<Placed> wanted) {
    List<String> services = new ArrayList<>();
    for (Placed each : rules) {
      if (wanted.test(each) && !services.contains(each.rule().service())) {
        draft.seen(fact + "[" + services.size() + "]", each.at());
        services.add(each.rule().service());
      }
    }
    return List.copyOf(services);
  }

  private Effective effective(Map<String, Setting> values) {
    return new Effective(draft, path, key -> Optional.ofNullable(values.get(key)));
  }

  private static void arguments(Placed placed, Map<String, Setting> into) {
    for (String word : placed.rule().arguments()) {
      int equals = word.indexOf('=');
      String key = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : word.substring(equals + 1);
      into.put(key, new Setting("", key, value, placed.at()));
    }
  }
}
