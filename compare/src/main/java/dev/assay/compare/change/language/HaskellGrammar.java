package dev.assay.compare.change.language;

import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How GHC 9.0 stores declarations, and how they are written down: {@code haskell-9.0.tsv}. */
final class HaskellGrammar {
  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

  static final HaskellGrammar V9_0 = new HaskellGrammar("haskell-9.0.tsv");

  /** What is no rule of the table. */
  static final Set<String> PLAIN =
      Set.of("Byte", "Bool", "Int", "Integer", "Char", "Text", "String", "Bytes", "Name", "Hash");

  /** The tag of rules that have none. */
  static final int UNTAGGED = -1;

  private final Map<String, Map<Integer, Rule>> rules = new HashMap<>();

  private HaskellGrammar(String table) {
    for (List<String> row : ProgramFile.rows(HaskellGrammar.class, table)) {
      int tag = row.get(1).equals("-") ? UNTAGGED : Integer.parseInt(row.get(1));
      rules
          .computeIfAbsent(row.get(0), name -> new HashMap<>())
          .put(
              tag, new Rule(fields(row.get(2)), parts(row.get(3).replace("¶", HaskellText.BREAK))));
    }
  }

  /** The alternatives of a name by their tags. */
  Map<Integer, Rule> alternatives(String name) {
    Map<Integer, Rule> found = rules.get(name);
    if (found == null) {
      throw new IllegalStateException("no rule is named " + name);
    }
    return found;
  }

  private static List<Field> fields(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" ")).stream().map(Field::of).toList();
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int end = 0;
    for (MatchResult place : PLACE.matcher(text).results().toList()) {
      parts.add(new Literal(text.substring(end, place.start())));
      parts.add(new Place(Integer.parseInt(place.group(1)) - 1));
      end = place.end();
    }
    parts.add(new Literal(text.substring(end)));
    return parts;
  }

  /** What is stored, one behind the other, and the text that is made of it. */
  record Rule(List<Field> fields, List<Part> text) {}

  /** How often a field is there, and how it is shown. */
  enum Times {
    ONCE,
    ONCE_IN_BRACKETS,
    OPTIONAL,
    SPACED,
    PARTED_BY_COMMAS,
    ON_LINES
  }

  /**
   * @param rule a name of the table or a plain one
   */
  record Field(String rule, Times times) {
    static Field of(String cell) {
      String name = cell.substring(0, cell.length() - 1);
      return switch (cell.charAt(cell.length() - 1)) {
        case '!' -> new Field(name, Times.ONCE_IN_BRACKETS);
        case '?' -> new Field(name, Times.OPTIONAL);
        case '*' -> new Field(name, Times.SPACED);
        case ',' -> new Field(name, Times.PARTED_BY_COMMAS);
        case '/' -> new Field(name, Times.ON_LINES);
        default -> new Field(cell, Times.ONCE);
      };
    }
  }

  /** Part of a text. */
  sealed interface Part {}

  /** Stands there as it is. */
  record Literal(String text) implements Part {}

  /** Where a field is shown. */
  record Place(int field) implements Part {}
}
