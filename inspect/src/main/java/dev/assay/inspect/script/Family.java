package dev.assay.inspect.script;

import java.util.EnumSet;
import java.util.Set;

/**
 * What traces tell of a script. The word is that of the table; most are facts. The last ones are
 * none by themselves: they are what a request or an option might come to, which is not followed
 * from line to line.
 */
enum Family {
  LISTENS("listens"),
  CONNECTS("connects"),
  REQUESTS("requests"),
  PARSES("parses"),
  COMMANDS_OF_REQUESTS("commandsOfRequests"),
  CODE_OF_REQUESTS("codeOfRequests"),
  QUERIES_OF_REQUESTS("queriesOfRequests"),
  FILES_OF_REQUESTS("filesOfRequests"),
  PAGES_OF_REQUESTS("pagesOfRequests"),
  OBJECTS_OF_REQUESTS("objectsOfRequests"),
  UNCHECKED_TLS("uncheckedTls"),
  UNCHECKED_HOST_KEYS("uncheckedHostKeys"),
  RUN_DOWNLOADS("runDownloads"),
  DEBUG_MODES("debugModes"),
  CARRIED_ON("carriedOn"),
  COMMANDS("commands"),
  EVALUATIONS("evaluations"),
  QUERIES("queries"),
  OPENS("opens"),
  MAKES_OBJECTS("makesObjects"),
  OPTIONS_ELSEWHERE("optionsElsewhere");

  /** Families that are facts. */
  static final Set<Family> FACTS = EnumSet.range(LISTENS, CARRIED_ON);

  private final String fact;

  Family(String fact) {
    this.fact = fact;
  }

  String fact() {
    return fact;
  }

  /**
   * The family of that {@link #fact}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Family of(String fact) {
    for (Family each : values()) {
      if (each.fact.equals(fact)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no family `" + fact + "`");
  }
}
