package dev.assay.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes one of several files. */
interface Part {
  void write() throws IOException;

  /**
   * Writes all files at once; no part is still writing when this returns or throws.
   *
   * @throws IOException of the first part that failed, in the order given
   */
  static void writeAll(List<Part> parts) throws IOException {
    // An exception would leave the stream while other parts still write.
    Optional<IOException> first =
        parts.parallelStream().map(Part::failure).toList().stream()
            .flatMap(Optional::stream)
            .findFirst();
    if (first.isPresent()) {
      throw first.get();
    }
  }

  private Optional<IOException> failure() {
    try {
      write();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }
}
