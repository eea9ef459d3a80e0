package dev.assay.model;

/**
 * A kind of component and the record that holds its facts. The record is the schema: test cases are
 * type-checked against it. Its components may be {@code boolean}, {@code int}, {@code long}, {@code
 * double}, {@code String}, an enum, {@code List}, {@code Set}, {@code Map<String, …>} or a further
 * record of these.
 *
 * @param name the word used in test cases: {@code ssh-server}
 * @param facts the facts record
 * @param title for people: {@code SSH server}
 */
public record Kind<F extends Record>(String name, Class<F> facts, String title) {
  public static <F extends Record> Kind<F> of(String name, Class<F> facts, String title) {
    return new Kind<>(name, facts, title);
  }
}
