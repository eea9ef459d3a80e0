package dev.assay.inspect.bytecode;

/** What calls tell of a class. The word is that of the table and of the fact. */
enum Family {
  LISTENS("listens"),
  CONNECTS("connects"),
  REQUESTS("requests"),
  PARSES("parses"),
  READS_OBJECTS("readsObjects"),
  FILTERS_OBJECTS("filtersObjects"),
  TRUSTS_ANYONE("trustsAnyone"),
  ACCEPTS_ANY_NAME("acceptsAnyName"),
  ACCEPTS_ANY_HOST_KEY("acceptsAnyHostKey"),
  OLD_PROTOCOLS("oldProtocols"),
  BROKEN_CIPHERS("brokenCiphers"),
  CODE_BOOKS("codeBooks"),
  WEAK_SIGNATURES("weakSignatures"),
  FIXED_KEYS("fixedKeys"),
  FIXED_VECTORS("fixedVectors"),
  FIXED_PASSWORDS("fixedPasswords"),
  FEW_ROUNDS("fewRounds");

  private final String fact;

  Family(String fact) {
    this.fact = fact;
  }

  String fact() {
    return fact;
  }

  /**
   * The family of that {@link #fact}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Family of(String fact) {
    for (Family each : values()) {
      if (each.fact.equals(fact)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no family `" + fact + "`");
  }
}
