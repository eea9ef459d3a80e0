package dev.assay.inspect.match;

import java.util.regex.Pattern;

/**
 * One thing to look for.
 *
 * @param id stable word: {@code aws-access-key-id}
 * @param category what sort of secret or sign it is: {@code cloud-key}, {@code password}, {@code
 *     back-door} …
 * @param literal what content must hold for this signature to be tried; 2 bytes or more, ASCII
 * @param anyCase whether the literal counts in any case
 * @param medium what sort of content is looked at
 * @param then a character that must follow the literal on the same line, so that most chance hits
 *     are refused without the pattern; NUL for none
 * @param confidence {@code high}, {@code medium} or {@code low} that a confirmed match is what it
 *     seems
 * @param filter what the secret must be like
 * @param minEntropy least Shannon entropy of the secret in bits per character
 * @param group of the pattern that holds the secret; where it did not take part, the first that did
 * @param pattern confirms a match; tried on a window of ISO 8859-1 text around the literal
 * @param note what it is, for people
 */
public record Signature(
    String id,
    String category,
    String literal,
    boolean anyCase,
    Medium medium,
    char then,
    String confidence,
    Plausible filter,
    double minEntropy,
    int group,
    Pattern pattern,
    String note) {

  /** Category of signatures that recognise a product by its version; see {@code identity}. */
  public static final String PRODUCT = "product";

  /** In what a signature counts. */
  public enum Medium {
    ANY,
    TEXT,
    BINARY
  }

  /** A signature of a product, whose pattern has its version as group 1. */
  public static Signature ofProduct(
      String id, String literal, Medium medium, Pattern pattern, String product) {
    return new Signature(
        id, PRODUCT, literal, false, medium, '\0', "high", Plausible.NONE, 0, 0, pattern, product);
  }

  /** Whether what matches must not be shown. */
  boolean secret() {
    return !category.equals("back-door") && !category.equals(PRODUCT);
  }
}
