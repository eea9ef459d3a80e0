package dev.assay.inspect.privacy;

import dev.assay.formats.Malformed;
import dev.assay.inspect.privacy.DeclarationFacts.DeclaredData;
import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the CSV file Google Play exports of a data safety form: question, response and value in its
 * first columns. It names neither libraries nor destinations.
 */
final class DataSafety {
  private static final String USAGE = "PSL_DATA_USAGE_RESPONSES:";
  private static final String ENCRYPTED = "PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT";
  private static final List<String> DELETION =
      List.of("PSL_DATA_DELETION_URL", "PSL_ACCOUNT_DELETION_URL");
  private static final int MAX_LENGTH = 4 << 20;

  private final Map<String, Set<String>> answers = new HashMap<>();

  private DataSafety() {}

  /**
   * @throws Malformed {@code privacy.data-safety} where it is none
   */
  static DeclarationFacts read(String text) {
    if (text.length() > MAX_LENGTH || !text.contains("Question ID")) {
      throw new Malformed(
          "privacy.data-safety", 0, "expected an export of a data safety form; found none");
    }
    DataSafety form = new DataSafety();
    text.lines().skip(1).forEach(form::answer);
    return form.declaration();
  }

  /** Only the first three cells matter, and none of them holds a comma. */
  private void answer(String line) {
    String[] cells = line.split(",", 4);
    if (cells.length < 3) {
      return;
    }
    String question = text(cells[0]);
    String response = text(cells[1]);
    String value = text(cells[2]);
    if (value.equalsIgnoreCase("true")) {
      answers
          .computeIfAbsent(question, key -> new HashSet<>())
          .add(response.isEmpty() ? "TRUE" : response);
    } else if (!value.isEmpty() && !value.equalsIgnoreCase("false")) {
      answers.computeIfAbsent(question, key -> new HashSet<>()).add(value);
    }
  }

  /** Spreadsheets put every cell in quotes when they save the file again. */
  private static String text(String cell) {
    return cell.replace("\"", "").strip();
  }

  private DeclarationFacts declaration() {
    Set<String> chosen = new HashSet<>();
    answers.forEach(
        (question, responses) -> {
          if (question.startsWith("PSL_DATA_TYPES_")) {
            chosen.addAll(responses);
          }
        });
    Map<String, DeclaredData> data = new TreeMap<>();
    Types.BY_ID.forEach(
        (id, word) -> {
          if (chosen.contains(id)) {
            data.put(word, data(id));
          }
        });
    return new DeclarationFacts(
        "",
        Collections.unmodifiableMap(data),
        List.of(),
        List.of(),
        Map.of(),
        "",
        DELETION.stream().flatMap(url -> of(url).stream()).findFirst().orElse(""),
        "");
  }

  private DeclaredData data(String id) {
    Set<String> handled = of(USAGE + id + ":PSL_DATA_USAGE_COLLECTION_AND_SHARING");
    Set<String> control = of(USAGE + id + ":DATA_USAGE_USER_CONTROL");
    List<String> purposes = new ArrayList<>(of(USAGE + id + ":DATA_USAGE_COLLECTION_PURPOSE"));
    purposes.addAll(of(USAGE + id + ":DATA_USAGE_SHARING_PURPOSE"));
    return new DeclaredData(
        handled.contains("PSL_DATA_USAGE_ONLY_COLLECTED"),
        handled.contains("PSL_DATA_USAGE_ONLY_SHARED"),
        !of(ENCRYPTED).isEmpty(),
        control.contains("PSL_DATA_USAGE_USER_CONTROL_OPTIONAL"),
        purposes.stream().map(DataSafety::word).distinct().sorted().toList(),
        "");
  }

  private Set<String> of(String question) {
    return answers.getOrDefault(question, Set.of());
  }

  private static String word(String purpose) {
    return purpose.replaceFirst("^PSL_", "").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Types {
    static final Map<String, String> BY_ID = new TreeMap<>();

    static {
      ProgramFile.rows(DataSafety.class, "data-types.tsv")
          .forEach(row -> BY_ID.put(row.get(1), row.get(0)));
    }
  }
}
