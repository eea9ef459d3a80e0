package dev.assay.feed.source;

/**
 * A record that was not taken.
 *
 * @param file name of the file; of a member of an archive: {@code all.zip!/GHSA-….json}
 * @param record number in the file, from 1
 * @param id as far as it could be read; may be empty
 * @param reason what was expected and what was found
 */
public record Refusal(String file, long record, String id, String reason) {
  @Override
  public String toString() {
    return file + ": record " + record + (id.isEmpty() ? "" : " (" + id + ")") + ": " + reason;
  }
}
