package dev.assay.inspect.starts;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables with their places: {@code NAME="value"} lines as in {@code /etc/default} and in
 * scripts. The last assignment counts.
 */
public final class Assignments {
  /** A value and where it was given. */
  public record Value(String text, Evidence evidence) {}

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:(?:export|local|readonly)\\s+)?([A-Za-z_][A-Za-z0-9_]*)(\\+?)=(.*)");
  private static final int MAX_VARIABLES = 1000;
  private static final int MAX_LENGTH = 4096;

  private final Map<String, Value> values = new TreeMap<>();

  /** Where variables are set of which no more are kept. */
  private Optional<Value> beyond = Optional.empty();

  /** Adds the assignments of a file. */
  public void read(SourceFile file) {
    file.lines().forEach(line -> read(file, line));
  }

  /** Adds the assignment of a line, if it begins with one. */
  public void read(SourceFile file, Line line) {
    read(file, line, this::text);
  }

  /**
   * Adds the assignment of a line, if it begins with one.
   *
   * @param variables values of what the assigned value names
   */
  public void read(SourceFile file, Line line, Function<String, String> variables) {
    Matcher matcher = ASSIGNMENT.matcher(line.text().strip());
    if (!matcher.matches()) {
      return;
    }
    // `x` keeps an empty value from vanishing; what a semicolon cuts off is another command.
    List<String> words = ShellLine.words("x" + matcher.group(3), variables);
    String value = String.join(" ", words);
    String name = matcher.group(1);
    String bare = value.isEmpty() ? "" : value.substring(1);
    put(
        name,
        matcher.group(2).isEmpty() ? bare : text(name) + bare,
        file.at(new Line(line.number(), Concealed.of(line.text()))));
  }

  /** Sets a variable. */
  public void put(String name, String value, Evidence evidence) {
    if (values.size() < MAX_VARIABLES || values.containsKey(name)) {
      values.put(name, new Value(ShellLine.bounded(value, MAX_LENGTH), evidence));
    } else if (beyond.isEmpty()) {
      beyond = Optional.of(new Value(String.valueOf(ShellLine.UNRESOLVED), evidence));
    }
  }

  /** Whether more variables are set than are kept. */
  boolean isFull() {
    return beyond.isPresent();
  }

  /** The value of a variable; empty where it is not set. */
  public String text(String name) {
    return get(name).map(Value::text).orElse("");
  }

  /** The value of a variable; one that only a running system knows where there are too many. */
  public Optional<Value> get(String name) {
    return Optional.ofNullable(values.get(name)).or(() -> beyond);
  }
}
