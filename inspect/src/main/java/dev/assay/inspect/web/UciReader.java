package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads OpenWrt's configuration files (wiki "The UCI system"): {@code config TYPE [NAME]} begins a
 * section, {@code option} sets a value, {@code list} adds one.
 */
final class UciReader {
  private static final int MAX_SECTIONS = 1000;
  private static final int MAX_OPTIONS = 20_000;

  private UciReader() {}

  /** One {@code option} or {@code list} line. */
  record Option(String key, String value, Evidence where) {}

  /**
   * @param name {@code @type[n]} for a section without name
   */
  record Section(String type, String name, Evidence where, List<Option> options) {
    /** The value of an option; the last one counts. */
    Optional<Option> get(String key) {
      return options.stream().filter(option -> option.key().equals(key)).reduce((a, b) -> b);
    }

    /** The values of a list; several words of one option are values too. */
    List<Option> all(String key) {
      List<Option> found = new ArrayList<>();
      for (Option option : options) {
        if (option.key().equals(key)) {
          for (String word : option.value().strip().split("\\s+")) {
            found.add(new Option(key, word, option.where()));
          }
        }
      }
      return found;
    }
  }

  /** Whether the file has more sections or options than are read. */
  static boolean isCut(List<Section> sections) {
    return sections.size() >= MAX_SECTIONS
        || sections.stream().mapToInt(section -> section.options().size()).sum() >= MAX_OPTIONS;
  }

  static List<Section> read(SourceFile file) {
    List<Section> sections = new ArrayList<>();
    int options = 0;
    int unnamed = 0;
    for (SourceFile.Line line : file.lines()) {
      List<String> words = words(line.text());
      if (words.size() < 2) {
        continue;
      }
      switch (words.get(0)) {
        case "config" -> {
          if (sections.size() >= MAX_SECTIONS) {
            file.cut("more than " + MAX_SECTIONS + " sections");
            return sections;
          }
          String type = words.get(1);
          String name = words.size() > 2 ? words.get(2) : "@" + type + "[" + unnamed++ + "]";
          sections.add(new Section(type, name, Excerpts.at(file, line), new ArrayList<>()));
        }
        case "option", "list" -> {
          if (options >= MAX_OPTIONS) {
            file.cut("more than " + MAX_OPTIONS + " options");
            return sections;
          }
          if (!sections.isEmpty() && words.size() > 2) {
            options++;
            sections
                .getLast()
                .options()
                .add(new Option(words.get(1), words.get(2), Excerpts.at(file, line)));
          }
        }
        default -> {
          // `package` names the file; other words mean nothing.
        }
      }
    }
    return sections;
  }

  /** Words of a line; single and double quotes keep blanks, a {@code #} outside ends it. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length() && words.size() < 4; i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else if (c == '#' && !inWord) {
        return words;
      } else {
        word.append(c == '\\' && i + 1 < line.length() ? line.charAt(++i) : c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
