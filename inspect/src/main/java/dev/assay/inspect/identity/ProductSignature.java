package dev.assay.inspect.identity;

import dev.assay.inspect.match.Signature;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to recognise a product.
 *
 * @param id unique: {@code product:busybox.1}
 * @param product name, as package URLs of type generic have it
 * @param category what sort of software it is: {@code tls}, {@code web} …
 * @param cpe CPE part, vendor and product, {@code a:busybox:busybox}; empty without
 * @param literal what a banner cannot do without; empty for a soname
 * @param pattern the whole banner or soname; group 1 is the version, where it has one
 * @param recognised a text that it recognises
 * @param ignored a similar text that it does not
 */
public record ProductSignature(
    String id,
    String product,
    String category,
    String cpe,
    String literal,
    Pattern pattern,
    String recognised,
    String ignored) {

  boolean isBanner() {
    return !literal.isEmpty();
  }

  Signature banner() {
    return Signature.ofProduct(id, literal, pattern, product);
  }

  /** The version in a text that the pattern matches; empty where it tells none. */
  String version(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && matcher.groupCount() > 0
        ? Optional.ofNullable(matcher.group(1)).orElse("")
        : "";
  }
}
