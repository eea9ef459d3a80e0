package dev.assay.inspect.integrity;

import java.util.List;
import java.util.Optional;

/**
 * One rule of an IMA policy: {@code appraise func=MODULE_CHECK appraise_type=imasig}.
 *
 * @param conditions all words after the action
 */
record ImaRule(String action, List<String> conditions) {
  static final List<String> USES =
      List.of(
          "BPRM_CHECK",
          "MMAP_CHECK",
          "MODULE_CHECK",
          "FIRMWARE_CHECK",
          "KEXEC_KERNEL_CHECK",
          "POLICY_CHECK",
          "FILE_CHECK");

  /** Words that say how something is checked, not whether. */
  private static final String HOW =
      "(appraise_type|appraise_flag|template|pcr|func|mask)=.*|permit_directio";

  static Optional<ImaRule> of(String text) {
    String[] words = text.strip().split("\\s+");
    return words[0].matches("(dont_)?(measure|appraise|audit|hash)")
        ? Optional.of(new ImaRule(words[0], List.of(words).subList(1, words.length)))
        : Optional.empty();
  }

  /** What it is about; a rule without {@code func} is about all uses. */
  List<String> uses() {
    return value("func").map(ImaRule::canonical).map(List::of).orElse(USES);
  }

  boolean needsSignature() {
    return value("appraise_type").filter(each -> each.matches("(ima|mod)sig.*|sigv3")).isPresent();
  }

  /** Whether it holds whatever file it is and whoever uses it. */
  boolean everyFile() {
    return conditions.stream().allMatch(each -> each.matches(HOW));
  }

  @Override
  public String toString() {
    return (action + " " + String.join(" ", conditions)).strip();
  }

  private Optional<String> value(String key) {
    return conditions.stream()
        .filter(each -> each.startsWith(key + "="))
        .map(each -> each.substring(key.length() + 1))
        .findFirst();
  }

  /** Older names of the same (ima_policy.c). */
  private static String canonical(String func) {
    return switch (func) {
      case "PATH_CHECK" -> "FILE_CHECK";
      case "FILE_MMAP" -> "MMAP_CHECK";
      default -> func;
    };
  }
}
