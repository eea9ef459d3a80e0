package dev.assay.verify.disclose;

import dev.assay.verify.attest.Statements;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.Json;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Holds disclosed lines against the statement that was signed. */
public final class DisclosedLines {
  private final String name;
  private final Json.Obj statement;
  private final Layout layout;

  private DisclosedLines(String name, Json.Obj statement, Layout layout) {
    this.name = name;
    this.statement = statement;
    this.layout = layout;
  }

  /**
   * Checks that every line belongs to the evaluation.
   *
   * @param name of the disclosure's file, for messages
   * @param signed the statement of its attestation
   * @return what is disclosed and what withheld, for people
   * @throws Damaged if the statement is about no evaluation
   */
  public static List<String> check(
      Disclosure disclosure, Json signed, String name, Violations violations) throws Damaged {
    if (!(signed instanceof Json.Obj statement)
        || !statement.text("predicateType").equals(Optional.of(Statements.EVALUATION))) {
      throw new Damaged(name + ": its attestation is not about an evaluation");
    }
    DisclosedLines lines = new DisclosedLines(name, statement, Layout.of(statement, name));
    return lines.check(disclosure, violations);
  }

  private List<String> check(Disclosure disclosure, Violations violations) {
    SequencedMap<String, Long> disclosed = new LinkedHashMap<>(layout.lines());
    disclosed.replaceAll((file, all) -> 0L);
    long last = -1;
    int number = 0;
    for (DisclosedLine line : disclosure.lines()) {
      String where =
          name + ": line " + ++number + ", leaf " + line.leaf() + " of " + line.file() + ",";
      if (line.leaf() <= last) {
        violations.add(where + " is out of order or repeated");
      } else if (!layout.isOf(line.file(), line.leaf())) {
        violations.add(where + " is not among the lines of that file");
      } else if (!isProven(line)) {
        violations.add(where + " does not belong to the evaluation that was signed");
      }
      last = line.leaf();
      disclosed.merge(line.file(), 1L, Long::sum);
    }
    return found(disclosed);
  }

  private boolean isProven(DisclosedLine line) {
    return line.root(layout.leaves())
        .map(HexFormat.of()::formatHex)
        .equals(statement.text("predicate", "evidence", "disclosureRoot"));
  }

  private List<String> found(Map<String, Long> disclosed) {
    List<String> found = new ArrayList<>();
    found.add(
        Violations.shown(
            "of the evaluation of "
                + statement.text("predicate", "product", "name").orElse("")
                + ": "
                + count("passed")
                + " passed, "
                + count("failed")
                + " failed, "
                + count("inconclusive")
                + " inconclusive, "
                + count("notRun")
                + " not run"));
    disclosed.forEach(
        (file, shown) ->
            found.add(
                file
                    + ": "
                    + shown
                    + " disclosed, "
                    + (layout.lines().getOrDefault(file, 0L) - shown)
                    + " withheld"));
    found.add("withheld too: " + BundleFiles.RUN + " and the reports");
    return found;
  }

  private long count(String key) {
    return statement.number("predicate", "verdicts", key).orElse(0L);
  }
}
