package dev.assay.inspect.filter;

import dev.assay.inspect.filter.Ruleset.Chain;
import dev.assay.inspect.filter.Ruleset.Entry;
import dev.assay.inspect.starts.ShellLine;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The form iptables-save(8) writes: {@code *table}, {@code :CHAIN POLICY}, {@code -A CHAIN rule}.
 */
final class IptablesReader {
  private static final Map<String, String> HOOKS =
      Map.of(
          "INPUT", "input",
          "FORWARD", "forward",
          "OUTPUT", "output",
          "PREROUTING", "prerouting",
          "POSTROUTING", "postrouting");

  /** Matches that only name what options after them look at. */
  private static final Set<String> PLAIN_MODULES =
      Set.of("tcp", "udp", "sctp", "multiport", "conntrack", "state", "comment", "icmp", "icmp6");

  private static final int MAX_WORDS = 200;
  private final Ruleset ruleset;
  private final String family;
  private String table = "filter";

  /**
   * @param family {@code ip4} or {@code ip6}
   */
  IptablesReader(Ruleset ruleset, String family) {
    this.ruleset = ruleset;
    this.family = family;
  }

  void read(SourceFile file) {
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.startsWith("*")) {
        table = text.substring(1);
      } else if (text.startsWith(":")) {
        String[] words = text.substring(1).split("\\s+");
        Chain chain = chain(words[0], file.at(line));
        if (words.length > 1 && !words[1].equals("-")) {
          chain.policy = words[1].equals("ACCEPT") ? "accept" : "drop";
          chain.at = file.at(line);
        }
      } else if (text.startsWith("-P ")) {
        String[] words = text.split("\\s+");
        if (words.length > 2) {
          Chain chain = chain(words[1], file.at(line));
          chain.policy = words[2].equals("ACCEPT") ? "accept" : "drop";
          chain.at = file.at(line);
        }
      } else if (text.matches("(\\[[0-9:]+\\] )?(-A|-I|--append|--insert) .*")) {
        List<String> words =
            ShellLine.words(text.replaceFirst("^\\[[0-9:]+\\] ", ""), variable -> "");
        if (words.size() > MAX_WORDS) {
          file.cut("a rule of more than " + MAX_WORDS + " words");
        } else {
          rule(words, file.at(line));
        }
      }
    }
  }

  Chain chain(String name, Evidence at) {
    Chain chain = ruleset.chain(key(name), family, at);
    if (table.equals("filter") || table.equals("raw") || table.equals("mangle")) {
      chain.hook = HOOKS.getOrDefault(name, "");
    }
    return chain;
  }

  private String key(String name) {
    return family + " " + table + " " + name;
  }

  private void rule(List<String> words, Evidence at) {
    if (words.size() < 2) {
      return;
    }
    Match match = new Match();
    match.family = family;
    String target = "none";
    String jump = "";
    boolean not = false;
    for (int i = 2; i < words.size(); i++) {
      String word = words.get(i);
      String value = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean negated = not;
      not = word.equals("!");
      if (not) {
        continue;
      }
      if (word.equals("-j")
          || word.equals("--jump")
          || word.equals("-g")
          || word.equals("--goto")) {
        switch (value) {
          case "ACCEPT", "DROP", "REJECT", "RETURN" -> target = value.toLowerCase(Locale.ROOT);
          case "LOG", "NFLOG", "ULOG" -> {
            target = "log";
            match.logs = true;
          }
          default -> {
            target = "jump";
            jump = key(value);
          }
        }
        i++;
      } else {
        i += option(match, word, value, negated);
      }
    }
    ruleset.add(chain(words.get(1), at), new Entry(match, target, jump, at));
  }

  /** Takes one option; how many words its value has. */
  private static int option(Match match, String word, String value, boolean negated) {
    switch (word) {
      case "-p", "--protocol" -> {
        String protocol = value.toLowerCase(Locale.ROOT);
        match.conditional |= negated;
        match.protocol =
            negated || protocol.equals("all")
                ? ""
                : protocol.equals("ipv6-icmp") || protocol.equals("icmp6") ? "icmpv6" : protocol;
      }
      case "-s", "--source", "--src" -> {
        if (negated) {
          match.exceptSources = Match.split(value.replace(':', '\u0000'));
        } else if (!value.matches("0\\.0\\.0\\.0/0|::/0")) {
          match.sources = List.of(value.split(","));
        }
      }
      case "-i", "--in-interface" -> {
        match.conditional |= negated;
        match.interfaces = negated ? List.of() : List.of(value);
      }
      case "--dport", "--dports", "--destination-port" -> {
        match.conditional |= negated;
        match.ports = negated ? List.of() : Match.split(value);
      }
      case "--sport", "--sports", "--source-port" -> {
        match.conditional |= negated;
        match.sourcePorts = negated ? List.of() : Match.split(value);
      }
      case "--ctstate", "--state" -> {
        match.conditional |= negated;
        match.states = negated ? List.of() : List.of(value.toLowerCase(Locale.ROOT).split(","));
      }
      case "--icmp-type", "--icmpv6-type" -> match.icmpTypes = List.of(value);
      case "-m", "--match" -> module(match, value);
      case "--limit", "--hashlimit", "--hashlimit-upto", "--hitcount" -> match.limited = true;
      case "--log-prefix", "--log-level", "--comment", "--reject-with", "--limit-burst" -> {}
      default -> {
        if (word.startsWith("-")) {
          match.conditional |= !word.startsWith("--hashlimit") && !word.startsWith("--log");
          return value.startsWith("-") || value.equals("!") ? 0 : 1;
        }
        return 0;
      }
    }
    return 1;
  }

  private static void module(Match match, String name) {
    switch (name) {
      case "rpfilter" -> match.checksSource = true;
      case "limit", "hashlimit" -> match.limited = true;
      default -> match.conditional |= !PLAIN_MODULES.contains(name);
    }
  }
}
