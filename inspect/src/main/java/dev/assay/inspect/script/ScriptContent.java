package dev.assay.inspect.script;

import java.util.List;

/**
 * What the text of a script tells.
 *
 * @param languages it may be written in; one where an interpreter is named, else all in which lines
 *     begin as its lines do
 * @param interpreter as its first line names it; empty for a module or a page
 * @param whole whether all of it was read
 * @param places where traces stand, in the order of families and places
 * @param unseen where traces may stand
 */
public record ScriptContent(
    List<String> languages,
    String interpreter,
    boolean whole,
    List<Place> places,
    List<Unseen> unseen) {
  /**
   * Where a trace stands.
   *
   * @param language in which the line tells that
   * @param family the fact it tells
   * @param what as the table names it: {@code HTTPServer}
   * @param number of the line, from 1
   * @param line as it stands there, shortened
   */
  public record Place(String language, String family, String what, int number, String line) {}

  /**
   * A line that is too long to tell whether a trace stands in it.
   *
   * @param language of the trace
   * @param family the fact it would tell
   * @param number of the line, from 1
   */
  public record Unseen(String language, String family, int number) {}
}
