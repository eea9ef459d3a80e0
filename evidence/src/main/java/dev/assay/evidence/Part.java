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
    List<Exception> failures =
        parts.parallelStream().map(Part::failure).flatMap(Optional::stream).toList();
    if (!failures.isEmpty()) {
      rethrow(failures.getFirst());
    }
  }

  private static void rethrow(Exception failure) throws IOException {
    switch (failure) {
      case IOException unwritten -> throw unwritten;
      case RuntimeException mistake -> throw mistake;
      default -> throw new AssertionError("a part throws nothing else", failure);
    }
  }

  private Optional<Exception> failure() {
    try {
      write();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(e);
    }
  }
}
