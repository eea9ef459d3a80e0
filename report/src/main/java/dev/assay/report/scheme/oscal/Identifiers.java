package dev.assay.report.scheme.oscal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as OSCAL has them. */
final class Identifiers {
  private static final Pattern CONTROL = Pattern.compile("([A-Z]{2})-([0-9]+)(?:\\(([0-9]+)\\))?");

  private final String root;

  Identifiers(String root) {
    this.root = root;
  }

  /** The same thing of the same evaluation has the same UUID: RFC 9562 version 5, by its name. */
  String uuid(String kind, String name) {
    try {
      // The name space for URLs; the name is an address of this evaluation's own.
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      UUID urls = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(urls.getMostSignificantBits())
              .putLong(urls.getLeastSignificantBits())
              .array());
      String address = "https://assay.dev/evaluation/" + root + "/" + kind + "/" + name;
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(address.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & ~0xF000L | 0x5000L;
      long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }

  /** {@code ac-6.2} of {@code nist:800-53r5:AC-6(2)}, as NIST's own catalogue names it. */
  static String control(String requirement) {
    String number = requirement.substring(requirement.lastIndexOf(':') + 1);
    Matcher control = CONTROL.matcher(number);
    if (!control.matches()) {
      return token(requirement);
    }
    String enhancement = control.group(3) == null ? "" : "." + control.group(3);
    return control.group(1).toLowerCase(Locale.ROOT) + "-" + control.group(2) + enhancement;
  }

  /** The objective that one test case decides for one control. */
  static String objective(String requirement, String test) {
    return control(requirement) + "_obj." + token(test);
  }

  private static String token(String text) {
    String token = text.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return token.matches("^(\\p{L}|_).*") ? token : "_" + token;
  }
}
