package dev.assay.inspect.android.code;

import dev.assay.formats.dex.Arguments;

/**
 * What it means that a member of the platform is used.
 *
 * @param fact the map of {@link AndroidCodeFacts} it belongs to
 * @param key the entry there
 * @param when what the arguments must be
 */
record Rule(Fact fact, String key, Condition when) {
  /** The maps that uses are gathered in. */
  enum Fact {
    CALLS,
    DATA,
    GUARDED,
    NEEDED,
    PATTERNS
  }

  static Rule of(Fact fact, String key) {
    return new Rule(fact, key, Condition.ALWAYS);
  }

  /** A condition on constant arguments; what is not a constant never meets it. */
  interface Condition {
    Condition ALWAYS = (arguments, text) -> true;

    boolean holds(Arguments arguments, Text text);
  }

  /** Gives the string a register holds, the descriptor of a type, or the name of a field. */
  interface Text {
    String of(Arguments arguments, int place);
  }
}
