package dev.assay.inspect.ecosystem.note;

import java.util.List;

/**
 * What the package notes of one file tell.
 *
 * @param notes each once, in the order of the file
 * @param failures why others could not be read
 */
public record PackageNotesFacts(List<PackageNote> notes, List<NoteFailure> failures) {
  /** Whether a distribution built the file, as far as it tells. */
  public boolean isOfADistribution() {
    return notes.stream().anyMatch(PackageNote::isOfADistribution);
  }
}
