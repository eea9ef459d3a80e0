package dev.assay.inspect.filter;

import dev.assay.inspect.filter.NftTokens.Token;
import dev.assay.inspect.filter.Ruleset.Chain;
import dev.assay.inspect.filter.Ruleset.Entry;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of nft(8): tables with chains in braces, or single {@code add} commands; with variables and
 * includes.
 */
final class NftReader {
  private static final int MAX_WORDS = 10_000;
  private static final String MORE = "a statement of more than " + MAX_WORDS + " words";

  private final Ruleset ruleset;
  private final Included included;
  private final Map<String, List<String>> variables = new HashMap<>();

  NftReader(Ruleset ruleset, Included included) {
    this.ruleset = ruleset;
    this.included = included;
  }

  void read(SourceFile file) {
    new Reader(file, NftTokens.of(file)).top();
  }

  private static String family(String nft) {
    return switch (nft) {
      case "ip6" -> "ip6";
      case "inet" -> "both";
      default -> "ip4";
    };
  }

  /** Reads one file. */
  private final class Reader {
    private final SourceFile file;
    private final List<Token> tokens;
    private int at;

    Reader(SourceFile file, List<Token> tokens) {
      this.file = file;
      this.tokens = tokens;
    }

    void top() {
      while (at < tokens.size()) {
        int line = tokens.get(at).line();
        List<String> words = statement();
        if (words.isEmpty()) {
          continue;
        }
        if (words.getLast().equals("{") && words.contains("table")) {
          table(words.subList(words.indexOf("table") + 1, words.size() - 1));
        } else if (words.getLast().equals("{")) {
          skipBlock();
        } else {
          command(words, line);
        }
      }
    }

    private void command(List<String> words, int line) {
      String first = words.getFirst();
      if (first.equals("include") && words.size() > 1) {
        included.each(words.get(1), file, NftReader.this::read);
      } else if (first.equals("flush") && words.contains("ruleset")) {
        ruleset.chains.clear();
      } else if (first.equals("define") && words.size() > 3) {
        variables.put(words.get(1), expanded(words.subList(3, words.size())));
      } else if (first.equals("add") || first.equals("insert")) {
        added(words, line);
      }
    }

    /** {@code add chain inet filter input { … }}, {@code add rule inet filter input …}. */
    private void added(List<String> words, int line) {
      if (words.size() < 5 || !(words.get(1).equals("rule") || words.get(1).equals("chain"))) {
        return;
      }
      boolean named =
          List.of("ip", "ip6", "inet", "arp", "bridge", "netdev").contains(words.get(2));
      String family = named ? words.get(2) : "ip";
      int next = named ? 3 : 2;
      if (words.size() < next + 2) {
        return;
      }
      String table = family + " " + words.get(next);
      Chain chain =
          ruleset.chain(table + " " + words.get(next + 1), family(family), at(words, line));
      List<String> rest = words.subList(next + 2, words.size());
      if (words.get(1).equals("rule")) {
        rule(chain, table, rest, line);
      } else {
        header(chain, rest, line);
      }
    }

    private void table(List<String> name) {
      String family = name.size() > 1 ? name.getFirst() : "ip";
      String table = family + " " + (name.isEmpty() ? "" : name.getLast());
      while (at < tokens.size()) {
        int line = tokens.get(at).line();
        List<String> words = statement();
        if (words.isEmpty()) {
          if (closed()) {
            return;
          }
          continue;
        }
        if (words.size() > 2 && words.getLast().equals("{") && words.getFirst().equals("chain")) {
          String key = table + " " + words.get(1);
          chain(ruleset.chain(key, family(family), at(words, line)), table);
        } else if (words.getLast().equals("{")) {
          skipBlock();
        }
      }
    }

    private void chain(Chain chain, String table) {
      while (at < tokens.size()) {
        int line = tokens.get(at).line();
        List<String> words = statement();
        if (words.isEmpty()) {
          if (closed()) {
            return;
          }
          continue;
        }
        if (words.getFirst().equals("type") || words.getFirst().equals("policy")) {
          header(chain, words, line);
        } else if (words.getLast().equals("{")) {
          skipBlock();
        } else {
          rule(chain, table, words, line);
        }
      }
    }

    /** {@code type filter hook input priority 0; policy drop;}. */
    private void header(Chain chain, List<String> words, int line) {
      int hook = words.indexOf("hook");
      boolean filters = words.contains("filter") || hook < 0;
      if (hook >= 0 && hook + 1 < words.size() && filters) {
        chain.hook = words.get(hook + 1);
        chain.at = at(words, line);
      }
      int policy = words.indexOf("policy");
      if (policy >= 0 && policy + 1 < words.size()) {
        chain.policy = words.get(policy + 1).equals("drop") ? "drop" : "accept";
        chain.at = at(words, line);
      }
    }

    private void rule(Chain chain, String table, List<String> words, int line) {
      NftRule rule = new NftRule(expanded(words));
      rule.read();
      Evidence at = at(words, line);
      for (NftRule.Case each : rule.cases) {
        String chained = each.called().isEmpty() ? "" : table + " " + each.called();
        ruleset.add(chain, new Entry(rule.match.and(each.match()), each.target(), chained, at));
      }
      if (!rule.cases.isEmpty()) {
        return;
      }
      String called = rule.called.isEmpty() ? "" : table + " " + rule.called;
      ruleset.add(chain, new Entry(rule.match, rule.target, called, at));
    }

    private Evidence at(List<String> words, int line) {
      String text = String.join(" ", words);
      return Evidence.line(
          file.path(), line, text.length() > 200 ? text.substring(0, 200) + "…" : text);
    }

    private List<String> expanded(List<String> words) {
      List<String> all = new ArrayList<>();
      for (String word : words) {
        List<String> value =
            word.startsWith("$") ? variables.getOrDefault(word.substring(1), List.of(word)) : null;
        if (value == null) {
          all.add(word);
        } else if (all.size() + value.size() <= MAX_WORDS) {
          all.addAll(value);
        } else {
          file.cut(MORE);
        }
      }
      return all;
    }

    private boolean closed() {
      return at > 0 && tokens.get(at - 1).text().equals("}");
    }

    /**
     * The words up to the end of the statement, sets in braces included. A brace that opens a block
     * is the last word; empty at the end of a block.
     */
    private List<String> statement() {
      List<String> words = new ArrayList<>();
      int depth = 0;
      while (at < tokens.size()) {
        String word = tokens.get(at++).text();
        if (word.equals(";") && depth == 0) {
          return words;
        }
        if (word.equals("}") && depth == 0) {
          if (!words.isEmpty()) {
            at--;
          }
          return words;
        }
        if (word.equals("{")) {
          if (depth == 0 && opensBlock(words)) {
            words.add(word);
            return words;
          }
          depth++;
        }
        depth -= word.equals("}") ? 1 : 0;
        if (words.size() >= MAX_WORDS) {
          file.cut(MORE);
        } else if (!word.equals(";")) {
          words.add(word);
        }
      }
      return words;
    }

    private static boolean opensBlock(List<String> words) {
      if (words.isEmpty()) {
        return true;
      }
      String first = words.getFirst();
      boolean table = words.contains("table") && words.size() < 5;
      return table
          || List.of(
                      "chain",
                      "set",
                      "map",
                      "flowtable",
                      "counter",
                      "quota",
                      "limit",
                      "secmark",
                      "synproxy")
                  .contains(first)
              && words.size() == 2;
    }

    private void skipBlock() {
      int depth = 1;
      while (at < tokens.size() && depth > 0) {
        String word = tokens.get(at++).text();
        depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
      }
    }
  }
}
