package dev.assay.assess.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The numbers of the formula, from {@code weights.properties}. */
public final class Weights {
  private final Properties values;

  private Weights(Properties values) {
    this.values = values;
  }

  /** The weights Assay ships with. */
  public static Weights standard() {
    Properties values = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Weights.class.getResourceAsStream("weights.properties"))) {
      values.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Weights(values);
  }

  /**
   * @throws IllegalArgumentException if there is no such weight
   */
  double of(String name) {
    return Double.parseDouble(text(name));
  }

  /**
   * Where a term of the formula comes from.
   *
   * @throws IllegalArgumentException if there is no such term
   */
  String source(String term) {
    return text(term + ".source");
  }

  private String text(String key) {
    String value = values.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("no weight `" + key + "`");
    }
    return value;
  }
}
