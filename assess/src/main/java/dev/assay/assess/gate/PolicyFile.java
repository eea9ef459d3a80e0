package dev.assay.assess.gate;

import dev.assay.model.Outcome;
import dev.assay.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a policy:
 *
 * <pre>
 * policy: our-launch-policy
 * reject:
 *   - { severities: [critical, high], tiers: [1, 2] }
 *   - { severities: [critical], outcomes: [fail, inconclusive], kinds: [ssh-server], tests: "SSH-*" }
 * condition:
 *   - { severities: [high, medium] }
 * signatures: [maker, evaluator]
 * feed: { max-age-days: 30 }
 * </pre>
 *
 * {@code signatures} are roles that must have signed before the launch counts as approved. With an
 * older {@code feed} a package without a match is INCONCLUSIVE instead of PASS. What a rule does
 * not name is not restricted, but for {@code outcomes}, which is {@code fail}.
 */
public final class PolicyFile {
  private static final Set<String> KEYS =
      Set.of("policy", "reject", "condition", "signatures", "feed");
  private static final Set<String> RULE =
      Set.of("severities", "tiers", "outcomes", "tests", "kinds");

  private static final Set<String> FEED = Set.of("max-age-days");

  private static final String ROLE = "[A-Za-z0-9_-]{1,64}";

  private final YamlFile yaml;

  private PolicyFile(YamlFile yaml) {
    this.yaml = yaml;
  }

  public static Policy read(Path file) throws BadFile {
    PolicyFile reader = new PolicyFile(YamlFile.of(file));
    Map<?, ?> top = YamlFile.read(file, KEYS);
    return new Policy(
        reader.yaml.text(top, "policy", "the file"),
        reader.rules(top, "reject"),
        reader.rules(top, "condition"),
        reader.roles(top),
        reader.feedDays(top));
  }

  private OptionalInt feedDays(Map<?, ?> top) throws BadFile {
    if (top.get("feed") == null) {
      return OptionalInt.empty();
    }
    Object days = yaml.map(top.get("feed"), "feed", FEED).get("max-age-days");
    if (!(days instanceof Integer number) || number < 0) {
      throw yaml.wrong("`max-age-days` of `feed` is a number of days, not `" + days + "`");
    }
    return OptionalInt.of(number);
  }

  private SortedSet<String> roles(Map<?, ?> top) throws BadFile {
    SortedSet<String> roles = new TreeSet<>();
    for (Object item : yaml.list(top.get("signatures"), "signatures")) {
      String role = String.valueOf(item);
      if (!role.matches(ROLE)) {
        throw yaml.wrong(
            "a role of `signatures` is letters, digits, - and _, such as maker, not `"
                + role
                + "`");
      }
      roles.add(role);
    }
    return roles;
  }

  private List<Policy.Rule> rules(Map<?, ?> top, String key) throws BadFile {
    List<Policy.Rule> rules = new ArrayList<>();
    for (Object item : yaml.list(top.get(key), key)) {
      Map<?, ?> rule = yaml.map(item, "a rule of " + key, RULE);
      rules.add(
          new Policy.Rule(outcomes(rule), severities(rule), tiers(rule), tests(rule), kinds(rule)));
    }
    return rules;
  }

  private Set<Outcome> outcomes(Map<?, ?> rule) throws BadFile {
    Set<Outcome> outcomes = new TreeSet<>();
    for (Object word : yaml.list(rule.get("outcomes"), "outcomes")) {
      switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
        case "fail" -> outcomes.add(Outcome.FAIL);
        case "inconclusive" -> outcomes.add(Outcome.INCONCLUSIVE);
        default -> throw yaml.wrong("outcomes are fail and inconclusive, not `" + word + "`");
      }
    }
    return outcomes.isEmpty() ? Set.of(Outcome.FAIL) : outcomes;
  }

  private Set<Severity> severities(Map<?, ?> rule) throws BadFile {
    Set<Severity> severities = new TreeSet<>();
    for (Object word : yaml.list(rule.get("severities"), "severities")) {
      try {
        severities.add(Severity.of(String.valueOf(word)));
      } catch (IllegalArgumentException e) {
        throw yaml.wrong(String.valueOf(e.getMessage()));
      }
    }
    return severities.isEmpty() ? new TreeSet<>(Arrays.asList(Severity.values())) : severities;
  }

  private Set<Integer> tiers(Map<?, ?> rule) throws BadFile {
    Set<Integer> tiers = new TreeSet<>();
    for (Object number : yaml.list(rule.get("tiers"), "tiers")) {
      if (!(number instanceof Integer tier) || tier < 1 || tier > 4) {
        throw yaml.wrong("tiers are 1 to 4, not `" + number + "`");
      }
      tiers.add(tier);
    }
    return tiers.isEmpty() ? Set.of(1, 2, 3, 4) : tiers;
  }

  private static String tests(Map<?, ?> rule) {
    Object tests = rule.get("tests");
    return tests == null ? "*" : String.valueOf(tests);
  }

  private Set<String> kinds(Map<?, ?> rule) throws BadFile {
    Set<String> kinds = new TreeSet<>();
    for (Object kind : yaml.list(rule.get("kinds"), "kinds")) {
      kinds.add(String.valueOf(kind));
    }
    return kinds;
  }
}
