package dev.assay.catalogue.expression;

/** CEL's macros over lists and over the keys of maps. */
public enum Quantifier {
  ALL("all"),
  EXISTS("exists"),
  EXISTS_ONE("exists_one"),
  FILTER("filter"),
  MAP("map");

  private final String word;

  Quantifier(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
