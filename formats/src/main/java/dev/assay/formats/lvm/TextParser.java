package dev.assay.formats.lvm;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text: {@code name = value}, {@code name = [value, …]} and {@code name { … }}. */
final class TextParser {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NAMES = 200_000;
  private static final String SIGNS = "{}[]=,\"#";

  private final String text;
  private int at;
  private int names;

  private TextParser(String text) {
    this.text = text;
  }

  /**
   * @throws Malformed {@code lvm.text} where it does not follow the grammar or a limit is met
   */
  static Section parse(String text) {
    // The writer ends a text with NUL.
    int end = text.indexOf('\0');
    TextParser parser = new TextParser(end < 0 ? text : text.substring(0, end));
    Section section = parser.section(0);
    if (parser.sign() >= 0) {
      throw parser.refuse("a name");
    }
    return section;
  }

  private Section section(int depth) {
    if (depth > MAX_DEPTH) {
      throw refuse("at most " + MAX_DEPTH + " sections in each other");
    }
    Map<String, Section> sections = new LinkedHashMap<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    while (sign() >= 0 && sign() != '}') {
      String name = word();
      if (++names > MAX_NAMES) {
        throw refuse("at most " + MAX_NAMES + " names");
      }
      if (sign() == '{') {
        at++;
        sections.put(name, section(depth + 1));
        expect('}');
      } else {
        expect('=');
        values.put(name, value());
      }
    }
    return new Section(sections, values);
  }

  private List<String> value() {
    if (sign() != '[') {
      return List.of(word());
    }
    at++;
    List<String> words = new ArrayList<>();
    while (sign() >= 0 && sign() != ']') {
      if (++names > MAX_NAMES) {
        throw refuse("at most " + MAX_NAMES + " words");
      }
      words.add(word());
      if (sign() == ',') {
        at++;
      }
    }
    expect(']');
    return List.copyOf(words);
  }

  private String word() {
    if (sign() == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && text.charAt(at) > ' ' && SIGNS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (from == at) {
      throw refuse("a name or value");
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder word = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at));
    }
    expect('"');
    return word.toString();
  }

  private void expect(char wanted) {
    if (sign() != wanted) {
      throw refuse("`" + wanted + "`");
    }
    at++;
  }

  /** The next character that is neither space nor of a comment; −1 at the end. */
  private int sign() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
      if (text.charAt(at) == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        at++;
      }
    }
    return at < text.length() ? text.charAt(at) : -1;
  }

  private Malformed refuse(String wanted) {
    return new Malformed(
        "lvm.text", -1, "expected " + wanted + " at character " + at + " of the metadata");
  }
}
