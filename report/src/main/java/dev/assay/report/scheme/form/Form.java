package dev.assay.report.scheme.form;

import java.util.List;

/**
 * The evidence form of one test.
 *
 * @param threat what an attacker gains where the requirement is not met
 * @param device what was tested, by name and digest
 * @param expected what evidence of a pass looks like
 */
public record Form(
    String test,
    List<String> requirements,
    String threat,
    String device,
    String procedure,
    String expected,
    List<String> evidence,
    String verdict) {
  /** Verdict of a test that is still to be carried out. */
  public static final String NOT_TESTED = "NOT TESTED";

  /** Its fields in order, name and entry. */
  List<Field> fields() {
    return List.of(
        new Field("Requirement", String.join("; ", requirements)),
        new Field("Threat", threat),
        new Field("Device under test", device),
        new Field("Procedure", procedure),
        new Field("Expected evidence", expected),
        new Field("Evidence", evidence.isEmpty() ? "none" : String.join(" · ", evidence)),
        new Field("Verdict", verdict));
  }

  /** One field. */
  record Field(String name, String entry) {}
}
