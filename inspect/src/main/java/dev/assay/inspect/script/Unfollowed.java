package dev.assay.inspect.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Facts of a script that one line would prove and no line denies: a request that is put into a
 * variable may come to a command some lines further on.
 */
final class Unfollowed {
  /** What a request comes to, and that which shows that it might. */
  private static final Map<Family, Family> ENDS =
      Map.of(
          Family.COMMANDS_OF_REQUESTS, Family.COMMANDS,
          Family.CODE_OF_REQUESTS, Family.EVALUATIONS,
          Family.QUERIES_OF_REQUESTS, Family.QUERIES,
          Family.FILES_OF_REQUESTS, Family.OPENS,
          Family.OBJECTS_OF_REQUESTS, Family.MAKES_OBJECTS);

  private Unfollowed() {}

  /**
   * The facts that are not known, with why.
   *
   * @param found whether a script has traces of a family
   * @param possible whether it has, or may have in lines that are too long
   */
  static Map<String, String> of(Predicate<Family> found, Predicate<Family> possible) {
    Map<String, String> unknown = new TreeMap<>();
    if (possible.test(Family.CARRIED_ON)) {
      ENDS.forEach(
          (fact, end) -> {
            if (!found.test(fact) && possible.test(end)) {
              unknown.put(
                  fact.fact(),
                  "what a request says is put into variables, which are not followed from line to"
                      + " line");
            }
          });
      if (!found.test(Family.PAGES_OF_REQUESTS)) {
        unknown.put(
            Family.PAGES_OF_REQUESTS.fact(),
            "what a request says is put into variables, which are not followed to the page");
      }
    }
    for (Family fact : List.of(Family.UNCHECKED_TLS, Family.UNCHECKED_HOST_KEYS)) {
      if (!found.test(fact) && possible.test(Family.OPTIONS_ELSEWHERE)) {
        unknown.put(fact.fact(), "options come from variables, which are not followed");
      }
    }
    return unknown;
  }
}
