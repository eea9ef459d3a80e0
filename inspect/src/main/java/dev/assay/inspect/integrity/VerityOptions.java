package dev.assay.inspect.integrity;

import java.util.Arrays;
import java.util.List;

/**
 * Options of dm-verity, whatever file writes them: veritytab(5) with dashes and commas, the table
 * of the kernel with underscores and blanks, mount(8) as {@code verity.oncorruption=}.
 */
record VerityOptions(List<String> words) {
  static VerityOptions of(String text) {
    return new VerityOptions(
        Arrays.stream(text.split("[\\s,]+"))
            .filter(each -> !each.isEmpty())
            .map(each -> each.replaceFirst("^(x-systemd\\.)?verity\\.", "").replace('_', '-'))
            .toList());
  }

  String onCorruption() {
    for (String action : List.of("ignore", "restart", "panic")) {
      if (has(action + "-(on-)?corruption") || has("oncorruption=" + action)) {
        return action;
      }
    }
    return "error";
  }

  boolean once() {
    return has("check-at-most-once");
  }

  boolean signed() {
    return has("(root-hash-signature|roothashsig)=.+") || has("root-hash-sig-key-desc");
  }

  String algorithm(String otherwise) {
    return words.stream()
        .filter(each -> each.startsWith("hash="))
        .map(each -> each.substring(5))
        .findFirst()
        .orElse(otherwise);
  }

  private boolean has(String pattern) {
    return words.stream().anyMatch(each -> each.matches(pattern));
  }
}
