package dev.assay.inspect.scan;

/** Hears how far a scan is. Called by many threads. */
public interface Progress {
  Progress SILENT =
      new Progress() {
        @Override
        public void found(boolean file) {}

        @Override
        public void read(long bytes) {}
      };

  /** An artifact was found. */
  void found(boolean file);

  /** A content was read and its digest taken. */
  void read(long bytes);
}
