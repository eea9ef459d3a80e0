package dev.assay.feed.match;

/** Why a component is not affected, in the words of VEX (CISA, "VEX status justifications"). */
public enum Justification {
  NONE(""),
  COMPONENT_NOT_PRESENT("component_not_present"),
  VULNERABLE_CODE_NOT_PRESENT("vulnerable_code_not_present"),
  VULNERABLE_CODE_NOT_IN_EXECUTE_PATH("vulnerable_code_not_in_execute_path"),
  VULNERABLE_CODE_CANNOT_BE_CONTROLLED("vulnerable_code_cannot_be_controlled_by_adversary"),
  INLINE_MITIGATIONS_EXIST("inline_mitigations_already_exist");

  private final String word;

  Justification(String word) {
    this.word = word;
  }

  /** The word in VEX documents; empty for none. */
  public String word() {
    return word;
  }

  /** The justification of that word; {@link #NONE} if it is none. */
  public static Justification of(String word) {
    for (Justification justification : values()) {
      if (justification.word.equals(word)) {
        return justification;
      }
    }
    return NONE;
  }
}
