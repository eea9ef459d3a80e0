package dev.assay.report.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Table of contents: every scheme. */
public final class Schemes {
  private static final List<String> NAMES =
      List.of("uk-evaluation-centre", "de-nesas", "us-nist", "eu-cra");

  private Schemes() {}

  public static List<String> names() {
    return NAMES;
  }

  public static Optional<Scheme> named(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static Scheme read(String name) {
    String file = name + ".yaml";
    try (InputStream in = Objects.requireNonNull(Schemes.class.getResourceAsStream(file))) {
      return SchemeFile.read(in, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
