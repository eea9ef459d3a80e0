package dev.assay.inspect.identity;

import dev.assay.inspect.match.Signature;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace that one part of a library leaves in a program.
 *
 * @param id unique: {@code part:libcrypto.asn1.1}
 * @param library {@code libcrypto}
 * @param product whose version it has
 * @param part {@code asn1}
 * @param literal what the trace cannot do without
 * @param pattern the whole trace; group 1 is the version, where it has one
 */
record LibraryPart(
    String id, String library, String product, String part, String literal, Pattern pattern) {

  Signature signature() {
    return Signature.ofProduct(id, literal, Signature.Medium.BINARY, pattern, library);
  }

  /** The version in a text that the pattern matches; empty where it tells none. */
  String version(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : "";
  }
}
