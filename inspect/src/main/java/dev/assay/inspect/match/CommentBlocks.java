package dev.assay.inspect.match;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text holds comments and documentation of several lines, whose lines do not show that they
 * are any: Perl's POD (perlpod), docstrings of Python (PEP 257), block comments of C and its kin,
 * of Ruby, Lua and XML.
 */
final class CommentBlocks {
  /** What stands further behind counts as no comment. */
  static final int LOOKED_AT = 1 << 20;

  /**
   * A way to write them; all begin a line, so that the same characters in a string do not count.
   */
  private enum Syntax {
    POD("^=(?:pod|head[1-6]|over|item|encoding|for)\\b", "^=cut\\b|\\z"),
    RUBY("^=begin\\b", "^=end\\b"),
    C("^[ \\t]*+/\\*(?:[*!\\s]|$)", "\\*/"),
    XML("^[ \\t]*+<!--", "-->"),
    LUA("^[ \\t]*+--\\[\\[", "\\]\\]"),
    PYTHON(docstring("\"\"\""), "\"\"\""),
    PYTHON_APOSTROPHES(docstring("'''"), "'''");

    private final Pattern begin;
    private final Pattern end;

    Syntax(String begin, String end) {
      this.begin = Pattern.compile(begin, Pattern.MULTILINE);
      this.end = Pattern.compile(end, Pattern.MULTILINE);
    }

    /**
     * At the top of a module, or below a line that ends with a colon, as a function's head does.
     */
    private static String docstring(String quotes) {
      String blank = "(?:[ \\t]*+(?:#[^\\n]*+)?\\n)";
      return "(?:\\A" + blank + "{0,200}+|:[ \\t]*+\\n" + blank + "{0,8}+)[ \\t]*+[rRuU]?" + quotes;
    }

    void mark(String text, BitSet held) {
      Matcher begins = begin.matcher(text);
      Matcher ends = end.matcher(text);
      int at = 0;
      while (begins.find(at) && ends.find(begins.end())) {
        held.set(begins.start(), ends.end());
        at = ends.end();
      }
    }
  }

  private final BitSet held = new BitSet();

  private CommentBlocks(String text) {
    for (Syntax syntax : Syntax.values()) {
      syntax.mark(text, held);
    }
  }

  static CommentBlocks of(Bytes content) {
    Block head = content.head(LOOKED_AT);
    return new CommentBlocks(head.latin1(0, head.size()));
  }

  boolean hold(long offset) {
    return offset < LOOKED_AT && held.get((int) offset);
  }
}
