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

  private static final String BLANK = "(?:[ \\t]*+(?:#[^\\n]*+)?\\n)";

  /** At the top of a module, or below a line that ends with a colon, as a function's head does. */
  private static final String DOCSTRING =
      "(?:\\A" + BLANK + "{0,200}+|:[ \\t]*+\\n" + BLANK + "{0,8}+)[ \\t]*+[rRuU]?";

  /**
   * A way to write them; all begin a line, so that the same characters in a string do not count.
   */
  private enum Syntax {
    POD(
        Pattern.compile("^=(?:pod|head[1-6]|over|item|encoding|for)\\b", Pattern.MULTILINE),
        Pattern.compile("^=cut\\b|\\z", Pattern.MULTILINE)),
    RUBY(
        Pattern.compile("^=begin\\b", Pattern.MULTILINE),
        Pattern.compile("^=end\\b", Pattern.MULTILINE)),
    C(Pattern.compile("^[ \\t]*+/\\*(?:[*!\\s]|$)", Pattern.MULTILINE), Pattern.compile("\\*/")),
    XML(Pattern.compile("^[ \\t]*+<!--", Pattern.MULTILINE), Pattern.compile("-->")),
    LUA(Pattern.compile("^[ \\t]*+--\\[\\[", Pattern.MULTILINE), Pattern.compile("\\]\\]")),
    PYTHON(Pattern.compile(DOCSTRING + "\"\"\""), Pattern.compile("\"\"\"")),
    PYTHON_APOSTROPHES(Pattern.compile(DOCSTRING + "'''"), Pattern.compile("'''"));

    private final Pattern begin;
    private final Pattern end;

    Syntax(Pattern begin, Pattern end) {
      this.begin = begin;
      this.end = end;
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
