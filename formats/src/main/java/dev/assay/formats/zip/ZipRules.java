package dev.assay.formats.zip;

import java.util.Optional;

/** Whose reading of an archive counts where readers differ. */
enum ZipRules {
  /** APPNOTE. */
  STANDARD {
    @Override
    boolean ignoresEncryption() {
      return false;
    }

    @Override
    Optional<ZipMethod> method(int number) {
      return ZipMethod.of(number);
    }
  },
  /**
   * Android (AOSP {@code system/libziparchive}): whether a member is encrypted is not looked at,
   * and what is not deflated counts as stored. Packers use both to mislead other readers.
   */
  ANDROID {
    @Override
    boolean ignoresEncryption() {
      return true;
    }

    @Override
    Optional<ZipMethod> method(int number) {
      return Optional.of(number == DEFLATE ? ZipMethod.DEFLATE : ZipMethod.STORED);
    }
  };

  private static final int DEFLATE = 8;

  abstract boolean ignoresEncryption();

  abstract Optional<ZipMethod> method(int number);

  /** How many bytes a member takes in the archive. */
  long length(ZipHeader header) {
    boolean stored = this == ANDROID && header.method() != DEFLATE;
    return stored ? header.size() : header.compressedSize();
  }
}
