package dev.assay.report.scheme;

import java.util.List;

/**
 * What an outside party expects of an evaluation, as a file in this package's resources says it.
 *
 * @param name the word on the command line
 * @param audience who reads what is written for it
 * @param standards whose requirements its documents are about: {@code 3gpp:33.117}
 * @param documents names in {@link Documents}
 */
public record Scheme(
    String name,
    String title,
    String audience,
    List<String> standards,
    List<Expectation> expectations,
    List<String> documents) {
  public Scheme {
    standards = List.copyOf(standards);
    expectations = List.copyOf(expectations);
    documents = List.copyOf(documents);
  }
}
