package dev.assay.feed.vex;

import dev.assay.feed.match.Justification;
import dev.assay.feed.source.Texts;
import dev.assay.feed.source.Unexpected;
import java.util.Map;

/** Justifications in the words of CISA, and CycloneDX's as the nearest of them. */
final class Words {
  private static final Map<String, Justification> CYCLONE_DX =
      Map.of(
          "code_not_present", Justification.VULNERABLE_CODE_NOT_PRESENT,
          "code_not_reachable", Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
          "requires_configuration", Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
          "requires_dependency", Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
          "requires_environment", Justification.VULNERABLE_CODE_CANNOT_BE_CONTROLLED,
          "protected_by_compiler", Justification.INLINE_MITIGATIONS_EXIST,
          "protected_at_runtime", Justification.INLINE_MITIGATIONS_EXIST,
          "protected_at_perimeter", Justification.INLINE_MITIGATIONS_EXIST,
          "protected_by_mitigating_control", Justification.INLINE_MITIGATIONS_EXIST);

  private Words() {}

  /** A word of CISA or none at all. */
  static String known(String word) {
    if (!word.isEmpty() && Justification.of(word) == Justification.NONE) {
      throw wrong(word);
    }
    return word;
  }

  /** The word of CISA that says what CycloneDX's does. */
  static String ofCycloneDx(String word) {
    if (word.isEmpty()) {
      return "";
    }
    Justification found = CYCLONE_DX.get(word);
    if (found == null) {
      throw wrong(word);
    }
    return found.word();
  }

  private static Unexpected wrong(String word) {
    return new Unexpected("expected a justification, found `" + Texts.shown(word) + "`");
  }
}
