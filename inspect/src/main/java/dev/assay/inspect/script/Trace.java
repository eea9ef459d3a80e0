package dev.assay.inspect.script;

import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of {@code traces.tsv} with one of its markers.
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

  /** Repeats something else than space or the rest of a word. */
  private static final Pattern WIDE = Pattern.compile("(?<!\\\\[swS]|\\\\)[*+]");

  static List<Trace> all() {
    return ALL;
  }

  /** Whether anything may stand between the words that such a line matches. */
  boolean isWide() {
    return WIDE.matcher(line.pattern()).find();
  }

  private static List<Trace> read() {
    return ProgramFile.rows(Trace.class, "traces.tsv").stream()
        .flatMap(row -> Stream.of(row.get(2).split("\\|", -1)).map(marker -> of(row, marker)))
        .toList();
  }

  private static Trace of(List<String> row, String marker) {
    String text = marker.strip();
    return new Trace(
        Family.of(row.get(0)),
        Language.named(row.get(1))
            .orElseThrow(() -> new IllegalStateException("no language `" + row.get(1) + "`")),
        marker,
        row.get(3).replace("{}", text),
        Pattern.compile(row.get(4).replace("{}", Pattern.quote(text))),
        row.get(5).replace("{}", text),
        row.get(6).replace("{}", text));
  }
}
