package dev.assay.catalogue.packed;

/** The byte an expression starts with is the position in this list; append only. */
enum Sort {
  FALSE,
  TRUE,
  LONG,
  DOUBLE,
  TEXT,
  FACT,
  COMPONENT,
  VARIABLE,
  FIELD,
  AND,
  OR,
  CHOICE,
  CALL,
  LIST,
  MAP,
  LOOP;

  private static final Sort[] ALL = values();

  static Sort of(int number) {
    if (number >= ALL.length) {
      throw new IllegalArgumentException("no sort of expression has the number " + number);
    }
    return ALL[number];
  }
}
