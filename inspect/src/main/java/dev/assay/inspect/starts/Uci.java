package dev.assay.inspect.starts;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * OpenWrt's configuration files (Unified Configuration Interface): {@code config TYPE 'NAME'},
 * {@code option KEY 'VALUE'}, {@code list KEY 'VALUE'}.
 */
public final class Uci {
  /** A value and its place; the excerpt is masked as commands are. */
  public record Option(String value, Evidence evidence) {}

  /**
   * One section.
   *
   * @param name empty where it has none
   * @param line of its {@code config} line
   * @param options values by key; the last of an {@code option} counts
   */
  public record Section(
      String type, String name, int line, Evidence evidence, Map<String, List<Option>> options) {
    /** The last value of a key. */
    public Optional<Option> get(String key) {
      List<Option> values = options.getOrDefault(key, List.of());
      return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    public List<Option> all(String key) {
      return options.getOrDefault(key, List.of());
    }

    public String text(String key, String otherwise) {
      return get(key).map(Option::value).filter(v -> !v.isEmpty()).orElse(otherwise);
    }

    /** A boolean as procd's {@code bool} type reads it. */
    public boolean yes(String key, boolean otherwise) {
      return switch (text(key, "").toLowerCase(Locale.ROOT)) {
        case "1", "on", "true", "yes", "enabled" -> true;
        case "0", "off", "false", "no", "disabled" -> false;
        default -> otherwise;
      };
    }
  }

  private static final int MAX_SECTIONS = 512;
  private static final int MAX_OPTIONS = 4096;

  private Uci() {}

  /** All of a file, and whether it is. */
  private record Result(List<Section> sections, boolean whole) {}

  public static List<Section> read(SourceFile file) {
    return result(file).sections();
  }

  /** Whether a file has more sections or options than are read. */
  public static boolean isCut(SourceFile file) {
    return !result(file).whole();
  }

  private static Result result(SourceFile file) {
    List<Section> sections = new ArrayList<>();
    int options = 0;
    for (Line line : file.lines()) {
      List<String> words = ShellLine.words(line.text(), name -> "$" + name);
      if (sections.size() >= MAX_SECTIONS || options >= MAX_OPTIONS) {
        file.cut("more than " + MAX_SECTIONS + " sections or " + MAX_OPTIONS + " options");
        return new Result(List.copyOf(sections), false);
      }
      if (words.size() >= 2 && words.getFirst().equals("config")) {
        sections.add(
            new Section(
                words.get(1),
                words.size() > 2 ? words.get(2) : "",
                line.number(),
                at(file, line),
                new LinkedHashMap<>()));
      } else if (words.size() >= 3 && !sections.isEmpty()) {
        options++;
        Map<String, List<Option>> last = sections.getLast().options();
        Option option = new Option(words.get(2), at(file, line));
        if (words.getFirst().equals("option")) {
          last.put(words.get(1), new ArrayList<>(List.of(option)));
        } else if (words.getFirst().equals("list")) {
          last.computeIfAbsent(words.get(1), k -> new ArrayList<>()).add(option);
        }
      }
    }
    return new Result(List.copyOf(sections), true);
  }

  private static Evidence at(SourceFile file, Line line) {
    return file.at(new Line(line.number(), Concealed.of(line.text())));
  }
}
