package dev.assay.inspect.script;

import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of {@code traces.tsv}.
 *
 * @param family what a line of it tells
 * @param language whose lines it is looked for in
 * @param marker what every such line holds
 * @param what its name for people
 * @param line what such a line matches somewhere
 * @param is a line that it matches
 * @param isNot one that it does not
 */
record Trace(
    Family family,
    Language language,
    String marker,
    String what,
    Pattern line,
    String is,
    String isNot) {
  private static final List<Trace> ALL = read();

  static List<Trace> all() {
    return ALL;
  }

  private static List<Trace> read() {
    List<Trace> traces = new ArrayList<>();
    for (List<String> row : ProgramFile.rows(Trace.class, "traces.tsv")) {
      Optional<Language> language = Language.named(row.get(1));
      traces.add(
          new Trace(
              Family.of(row.get(0)),
              language.orElseThrow(
                  () -> new IllegalStateException("no language `" + row.get(1) + "`")),
              row.get(2),
              row.get(3),
              Pattern.compile(row.get(4)),
              row.get(5),
              row.get(6)));
    }
    return List.copyOf(traces);
  }
}
