package dev.assay.inspect.script;

/**
 * What is held against a trace of a line with its marker: the line, of a long one the statement, of
 * a long statement what stands around the marker.
 *
 * @param from where it begins in the text
 * @param to where it ends
 * @param whole whether it is the line or a statement to its ends
 * @param next from where on a further marker has a passage of its own
 */
record Passage(int from, int to, boolean whole, int next) {
  /** Characters of a passage. */
  private static final int LONGEST = 1000;

  /**
   * @param at where a marker stands
   * @param statements whether `;` ends what belongs together
   */
  static Passage around(Lines lines, int at, boolean statements) {
    String text = lines.text();
    int number = lines.number(at);
    int from = lines.start(number);
    int to = lines.end(number);
    if (to - from > LONGEST && statements) {
      from = begin(text, from, at);
      to = end(text, at, to);
    }
    if (to - from <= LONGEST) {
      return new Passage(from, to, true, to);
    }
    int first = Math.max(from, at - LONGEST / 2);
    int last = Math.min(to, first + LONGEST);
    return new Passage(first, last, false, Math.min(last, at + LONGEST / 4));
  }

  /** Behind the last `;` before the marker, unless the statement is too long anyway. */
  private static int begin(String text, int from, int at) {
    int begin = at;
    while (begin > from && at - begin <= LONGEST && text.charAt(begin - 1) != ';') {
      begin--;
    }
    return begin;
  }

  private static int end(String text, int at, int to) {
    int end = at;
    while (end < to && end - at <= LONGEST && text.charAt(end) != ';') {
      end++;
    }
    return end;
  }

  String of(Lines lines) {
    return lines.text().substring(from, to);
  }
}
