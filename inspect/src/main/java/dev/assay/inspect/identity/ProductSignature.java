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
 * @param companion what the same content must hold besides, so that a program that only names the
 *     product is not taken for it; empty for nothing
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
    String companion,
    Pattern pattern,
    String recognised,
    String ignored) {

  private static final String SCRIPT = "javascript";

  boolean isBanner() {
    return !literal.isEmpty();
  }

  Signature banner() {
    return Signature.ofProduct(id, literal, medium(), pattern, product);
  }

  /** Programs are binary; a text that names one is not the program. */
  Signature.Medium medium() {
    return isScript() ? Signature.Medium.TEXT : Signature.Medium.BINARY;
  }

  /** Whether it is a library of JavaScript, which is in npm under its name. */
  boolean isScript() {
    return category.equals(SCRIPT);
  }

  /** A module of the Linux kernel that is not part of the kernel. */
  static ProductSignature ofModule(String name) {
    return new ProductSignature(
        "module:" + name, name, "kernel-module", "", "", "", Pattern.compile("^$"), "", "");
  }

  /** The version in a text that the pattern matches; empty where it tells none. */
  String version(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && matcher.groupCount() > 0
        ? Optional.ofNullable(matcher.group(1)).orElse("")
        : "";
  }
}
