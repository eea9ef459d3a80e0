package dev.assay.model.requirement;

/**
 * A published standard whose demands test cases refer to.
 *
 * @param prefix start of its requirements' ids, with the last colon
 * @param name for people
 * @param resource table of its requirements: number, title, what it can be decided from, between
 *     tabs
 */
public record Standard(String prefix, String name, String resource) {
  /** As people name it: {@code 3gpp:33.117}. */
  public String id() {
    return prefix.substring(0, prefix.length() - 1);
  }
}
