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
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no weight `" + name + "`");
    }
    return Double.parseDouble(value);
  }
}
