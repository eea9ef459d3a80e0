package dev.assay.inspect.filter;

import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chains as the files give them. */
final class Ruleset {
  private static final int MAX_RULES = 4_096;
  private static final int MAX_JUMPS = 16;

  /**
   * One rule.
   *
   * @param target {@code accept}, {@code drop}, {@code reject}, {@code return}, {@code none}, or
   *     {@code jump} with the chain's key
   * @param chain empty but for jumps
   */
  record Entry(Match match, String target, String chain, Evidence at) {}

  /** A chain of the kernel's hook, or one that others jump to, where the hook is empty. */
  static final class Chain {
    final String family;
    String hook = "";
    String policy = "accept";
    Evidence at;
    final List<Entry> entries = new ArrayList<>();

    Chain(String family, Evidence at) {
      this.family = family;
      this.at = at;
    }
  }

  /** A rule under the hook it works on. */
  record Placed(String hook, Match match, String target, Evidence at) {}

  final Map<String, Chain> chains = new LinkedHashMap<>();
  private int entries;
  private boolean full;

  Chain chain(String key, String family, Evidence at) {
    if (chains.size() >= MAX_RULES) {
      full = true;
      return new Chain(family, at);
    }
    return chains.computeIfAbsent(key, k -> new Chain(family, at));
  }

  void add(Chain chain, Entry entry) {
    if (++entries > 8 * MAX_RULES) {
      full = true;
    } else {
      chain.entries.add(entry);
    }
  }

  /** Whether there was more than was taken. */
  boolean full() {
    return full;
  }

  /** All rules under their hooks, called chains put in. */
  List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    for (Chain chain : List.copyOf(chains.values())) {
      if (!chain.hook.isEmpty()) {
        Match start = new Match();
        start.family = chain.family;
        place(chain, chain.hook, start, MAX_JUMPS, placed);
      }
    }
    return placed;
  }

  private void place(Chain chain, String hook, Match way, int jumps, List<Placed> into) {
    Match here = way;
    for (Entry entry : chain.entries) {
      if (into.size() >= MAX_RULES) {
        full = true;
        return;
      }
      Match match = here.and(entry.match());
      Chain called = chains.get(entry.chain());
      full |= called != null && jumps == 0;
      if (entry.target().equals("jump") && called != null && called != chain && jumps > 0) {
        int before = into.size();
        place(called, hook, match, jumps - 1, into);
        // A rule that jumps to nothing still counts, so that the limit ends all circles.
        if (into.size() == before) {
          into.add(new Placed(hook, match, "none", entry.at()));
        }
      } else if (entry.target().equals("return")) {
        // Who returns early does not meet the rest.
        Match rest = new Match();
        rest.conditional = true;
        here = entry.match().always() ? here : here.and(rest);
        into.add(new Placed(hook, match, "none", entry.at()));
        if (entry.match().always()) {
          return;
        }
      } else {
        String target = entry.target().equals("jump") ? "none" : entry.target();
        into.add(new Placed(hook, match, target, entry.at()));
      }
    }
  }
}
