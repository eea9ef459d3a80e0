package dev.assay.verify.attest;

import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key and whom it speaks for.
 *
 * @param role the file's name up to the first dot: {@code maker} for {@code maker.pub} and {@code
 *     maker.2027.pub}
 * @param expires the last day on which it is trusted; empty for ever
 */
public record TrustedKey(String role, String file, VerifyingKey key, Optional<LocalDate> expires) {
  private static final String LABEL = "PUBLIC KEY";
  private static final Pattern EXPIRES = Pattern.compile("(?m)^Expires: *(\\S+)\\s*$");

  /** Reads a file of PEM, before which a line {@code Expires: 2027-12-31} may stand. */
  static TrustedKey read(Path file) throws BadKey {
    String name = String.valueOf(file.getFileName());
    try {
      Pem pem =
          Pem.read(SmallFile.read(file, Pem.MAX), LABEL)
              .orElseThrow(() -> new BadKey(name + " holds no PEM block `" + LABEL + "`"));
      return new TrustedKey(
          name.replaceFirst("\\..*", ""), name, VerifyingKey.read(pem.der()), expires(pem, name));
    } catch (IOException e) {
      throw new BadKey(name + " cannot be read: " + e.getMessage());
    } catch (Damaged e) {
      throw new BadKey(String.valueOf(e.getMessage()));
    } catch (BadKey e) {
      throw String.valueOf(e.getMessage()).startsWith(name)
          ? e
          : new BadKey(name + " " + e.getMessage());
    }
  }

  private static Optional<LocalDate> expires(Pem pem, String name) throws BadKey {
    Matcher line = EXPIRES.matcher(pem.before());
    if (!line.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(line.group(1)));
    } catch (DateTimeParseException e) {
      throw new BadKey(name + " has no date such as 2027-12-31 in its line `Expires:`");
    }
  }

  boolean isExpired(LocalDate day) {
    return expires.filter(day::isAfter).isPresent();
  }
}
