package dev.assay.inspect.settings;

import dev.assay.model.Evidence;

/**
 * A value with its place.
 *
 * @param section what it stands in: {@code Journal}; empty where there are no sections
 * @param key as written
 * @param value without quotes and comments; empty where the key stands alone
 */
public record Setting(String section, String key, String value, Evidence at) {
  /** The same value with another excerpt, for values that must not be shown. */
  public Setting shownAs(String excerpt) {
    return new Setting(section, key, value, new Evidence(at.artifact(), at.place(), excerpt));
  }
}
