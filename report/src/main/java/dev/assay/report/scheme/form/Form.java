package dev.assay.report.scheme.form;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The evidence form of one test.
 *
 * @param description what is required of the product, in our words
 * @param threat what an attacker gains where the requirement is not met
 * @param device what was tested, by name and digest
 * @param test its id
 * @param purpose what it is to show, and of what
 * @param setup what has to be there before it
 * @param expected what is found where the requirement is met
 * @param format in which form evidence is given
 */
public record Form(
    List<Requirement> requirements,
    String description,
    String threat,
    String device,
    String test,
    String purpose,
    String setup,
    String procedure,
    String expected,
    String format,
    List<String> evidence,
    String verdict) {
  /** Verdict of a test that is still to be carried out. */
  public static final String NOT_TESTED = "NOT TESTED";

  /** Its fields in order, name and entry. */
  List<Field> fields() {
    return List.of(
        new Field("Requirement name", joined(Requirement::name)),
        new Field("Requirement reference", joined(Requirement::reference)),
        new Field("Requirement description", description),
        new Field("Threat", threat),
        new Field("Device under test", device),
        new Field("Test name", test),
        new Field("Test description and applicability", purpose),
        new Field("Test setup and configuration", setup),
        new Field("Test procedure", procedure),
        new Field("Expected results", expected),
        new Field("Expected format of evidence", format),
        new Field("Evidence", evidence.isEmpty() ? "none" : String.join(" · ", evidence)),
        new Field("Verdict", verdict));
  }

  private String joined(Function<Requirement, String> part) {
    return requirements.stream().map(part).collect(Collectors.joining("; "));
  }

  /**
   * A requirement of a standard.
   *
   * @param name its title; empty where none is known
   * @param reference its id: {@code 3gpp:33.117:4.2.3.2.4}
   */
  public record Requirement(String name, String reference) {}

  /** One field. */
  record Field(String name, String entry) {}
}
