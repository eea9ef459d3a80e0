package dev.assay.report.scheme;

/** What an expectation is held against. */
sealed interface Expected {
  /** Name, version and a digest of every image. */
  record Identity() implements Expected {}

  /** The product was evaluated under this profile. */
  record Profile(String name) implements Expected {}

  /** Every requirement of a standard is decided: {@code 3gpp:33.117}. */
  record Standard(String id) implements Expected {}

  /** A vulnerability feed was asked. */
  record Feed() implements Expected {}

  /** Components with their names and versions. */
  record Inventory() implements Expected {}

  /** Every byte of the product could be read. */
  record Readable() implements Expected {}

  /** At least one test case ran on every component. */
  record Tested() implements Expected {}

  /** Every failure that was accepted names a person, a reason and a last day. */
  record Waivers() implements Expected {}

  /** The gate judged by a policy of its own, not by the default. */
  record Policy() implements Expected {}

  /** A trusted key of that role has signed. */
  record Signature(String role) implements Expected {}

  /** Another can repeat the evaluation and get the same bytes. */
  record Replay() implements Expected {}

  /**
   * No bundle can hold it.
   *
   * @param from whose it is to give, and what
   */
  record Elsewhere(String from) implements Expected {}
}
