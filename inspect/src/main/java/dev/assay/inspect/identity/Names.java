package dev.assay.inspect.identity;

import dev.assay.inspect.PackageUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of a recognised product that others know it by. */
final class Names {
  /** What CPE names carry as update: {@code 9.2p1} is version 9.2, update p1. */
  private static final Pattern UPDATE =
      Pattern.compile("(.*[0-9])[-._]?((?:p|rc|beta|alpha|pre)\\.?[0-9]+)");

  /** Formatted string binding (NISTIR 7695 §6.2): these stand for themselves. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]");

  private Names() {}

  /** {@code pkg:generic/busybox@1.36.1}, {@code pkg:npm/jquery@3.4.1}. */
  static String purl(ProductSignature signature, String version) {
    return (signature.isScript() ? "pkg:npm/" : "pkg:generic/")
        + PackageUrl.encoded(signature.product())
        + PackageUrl.version(version);
  }

  /** The CPE 2.3 name; empty where the product has none. */
  static String cpe(ProductSignature signature, String version) {
    if (signature.cpe().isEmpty()) {
      return "";
    }
    Matcher update = UPDATE.matcher(version);
    boolean updated = update.matches();
    return "cpe:2.3:"
        + signature.cpe()
        + ":"
        + quoted(updated ? update.group(1) : version)
        + ":"
        + quoted(updated ? update.group(2).replace(".", "") : "")
        + ":*:*:*:*:*:*";
  }

  private static String quoted(String value) {
    if (value.isEmpty()) {
      return "*";
    }
    StringBuilder name = new StringBuilder();
    for (String c : value.split("")) {
      name.append(PLAIN.matcher(c).matches() ? c : "\\" + c);
    }
    return name.toString();
  }
}
