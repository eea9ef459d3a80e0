package dev.assay.inspect.settings;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings in braces as strongSwan writes them, strongswan.conf(5):
 *
 * <pre>
 * name { key = value
 *        other : name { key = "value" } }
 * include more/*.conf
 * </pre>
 *
 * <p>Sections of one name are one; the last value of a key counts. A section takes what it does not
 * say itself from those named after its colon.
 */
public final class Blocks {
  private static final int MAX_NESTING = 32;
  private static final int MAX_SETTINGS = 20_000;
  private static final Pattern SECRET = Pattern.compile("(?i)secret\\S*|password|pin|passphrase");

  private record Reference(Section section, String name) {}

  private final Section top = new Section();
  private final List<Reference> references = new ArrayList<>();
  private final Included included;
  private int settings;

  private Blocks(Root root) {
    included = new Included(root);
  }

  /** Reads a file and all it includes. */
  public static Blocks read(Root root, SourceFile file) {
    Blocks blocks = new Blocks(root);
    blocks.included.read(file, each -> blocks.new Reader(each, blocks.top).read());
    for (Reference reference : blocks.references) {
      blocks
          .top
          .section(reference.name())
          .ifPresent(
              base -> blocks.inherit(base, reference.section(), MAX_NESTING, new HashSet<>()));
    }
    return blocks;
  }

  public Section top() {
    return top;
  }

  public Included included() {
    return included;
  }

  private void inherit(Section from, Section into, int depth, Set<Section> open) {
    if (from == into || depth == 0 || ++settings > MAX_SETTINGS || !open.add(from)) {
      return;
    }
    for (var value : from.values.entrySet()) {
      if (++settings <= MAX_SETTINGS) {
        into.values.putIfAbsent(value.getKey(), value.getValue());
      }
    }
    for (var section : List.copyOf(from.sections.entrySet())) {
      if (++settings <= MAX_SETTINGS) {
        Section own = into.sections.computeIfAbsent(section.getKey(), k -> new Section());
        inherit(section.getValue(), own, depth - 1, open);
      }
    }
    open.remove(from);
  }

  /** Reads one file into a section. */
  private final class Reader {
    private static final Pattern NAME = Pattern.compile("[^\\s={}#:,\"]+");
    private static final Pattern VALUE = Pattern.compile("[^\\n#{}]*");

    private final SourceFile file;
    private final String text;
    private final List<Section> open = new ArrayList<>();
    private int at;
    private int line = 1;

    Reader(SourceFile file, Section into) {
      this.file = file;
      this.text = file.text();
      open.add(into);
    }

    void read() {
      Matcher names = NAME.matcher(text);
      while (skip() && settings < MAX_SETTINGS) {
        if (text.charAt(at) == '}') {
          at++;
          if (open.size() > 1) {
            open.removeLast();
          }
        } else if (names.region(at, text.length()).lookingAt()) {
          at = names.end();
          entry(names.group());
        } else {
          at++;
        }
      }
    }

    private void entry(String name) {
      int start = line;
      if (name.equals("include") && at < text.length() && isBlank(text.charAt(at))) {
        included.each(value(), file, each -> new Reader(each, open.getLast()).read());
        return;
      }
      if (!skip()) {
        return;
      }
      List<String> bases = new ArrayList<>();
      if (text.charAt(at) == ':') {
        at++;
        bases.addAll(List.of(value().split("[\\s,]+")));
        if (!skip()) {
          return;
        }
      }
      Section section = open.getLast();
      if (text.charAt(at) == '=') {
        at++;
        settings++;
        String value = value();
        String shown = name + " = " + (SECRET.matcher(name).matches() ? "…" : value);
        section.values.put(
            name,
            new Setting(
                "",
                name,
                value,
                Evidence.line(
                    file.path(), start, shown.length() > 200 ? shown.substring(0, 200) : shown)));
      } else if (text.charAt(at) == '{') {
        at++;
        settings++;
        Section inner = section.sections.computeIfAbsent(name, k -> new Section());
        bases.forEach(base -> references.add(new Reference(inner, base)));
        // What lies deeper than any real file is read into the deepest section.
        if (open.size() >= MAX_NESTING) {
          file.cut("sections nested deeper than " + MAX_NESTING);
        }
        open.add(open.size() < MAX_NESTING ? inner : section);
      }
    }

    /** The rest of the line up to a comment or brace, or what stands in quotes. */
    private String value() {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      Matcher value = VALUE.matcher(text).region(at, text.length());
      String found = value.lookingAt() ? value.group() : "";
      at += found.length();
      return found.strip();
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        line += text.charAt(at) == '\n' ? 1 : 0;
        value.append(text.charAt(at++));
      }
      at++;
      return value.toString();
    }

    /** Passes over blanks and comments; whether anything follows. */
    private boolean skip() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '#') {
          int end = text.indexOf('\n', at);
          at = end < 0 ? text.length() : end;
        } else if (Character.isWhitespace(c)) {
          line += c == '\n' ? 1 : 0;
          at++;
        } else {
          return true;
        }
      }
      return false;
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }
  }

  /** Why settings may differ from what was read; empty where all was read. */
  public Optional<String> doubt() {
    return settings >= MAX_SETTINGS
        ? Optional.of("more than " + MAX_SETTINGS + " settings")
        : included.doubt();
  }
}
