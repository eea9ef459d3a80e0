package dev.assay.feed.source;

import dev.assay.feed.SourceKind;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the files of one kind of source. An {@link IOException} means that the structure is broken;
 * single records are refused through the session.
 */
sealed interface SourceReader
    permits NvdReader, OsvReader, DebianReader, AlpineReader, KevReader, EpssReader, CsafReader {
  SourceKind kind();

  void read(InputStream in, Session session) throws IOException;

  /** The reader of that kind. */
  static SourceReader of(SourceKind kind) {
    return switch (kind) {
      case NVD -> new NvdReader();
      case OSV -> new OsvReader();
      case DEBIAN -> new DebianReader();
      case ALPINE -> new AlpineReader();
      case KEV -> new KevReader();
      case EPSS -> new EpssReader();
      case CSAF -> new CsafReader();
    };
  }
}
