package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.apk.ApkDirectory;
import java.util.Optional;

/** Whose reading of an archive counts where readers differ. */
enum ZipRules {
  /** APPNOTE. */
  STANDARD {
    @Override
    boolean mayStart(Bytes content) {
      return Zip.startsAsOne(content);
    }

    @Override
    boolean ignoresEncryption() {
      return false;
    }

    @Override
    int mode(ZipHeader header) {
      return header.host() == UNIX || header.host() == DARWIN ? header.external() >>> 16 : 0;
    }

    @Override
    Optional<ZipEnd> directory(Optional<ZipEnd> stated, Optional<ZipEnd> before) {
      return before.or(() -> stated);
    }

    @Override
    Optional<ZipMethod> method(int number) {
      return ZipMethod.of(number);
    }
  },
  /**
   * Android (AOSP {@code system/libziparchive}): whether a member is encrypted is not looked at,
   * and what is not deflated counts as stored; the directory is where its end says, and what stands
   * before the members does not matter. Packers use all of it to mislead other readers. Modes are
   * those that the system gives when it installs.
   */
  ANDROID {
    @Override
    boolean mayStart(Bytes content) {
      return Zip.startsAsOne(content) || ApkDirectory.startsWithCode(content);
    }

    @Override
    boolean ignoresEncryption() {
      return true;
    }

    @Override
    int mode(ZipHeader header) {
      return 0;
    }

    @Override
    Optional<ZipEnd> directory(Optional<ZipEnd> stated, Optional<ZipEnd> before) {
      return stated.or(() -> before);
    }

    @Override
    Optional<ZipMethod> method(int number) {
      return Optional.of(number == DEFLATE ? ZipMethod.DEFLATE : ZipMethod.STORED);
    }
  };

  private static final int DEFLATE = 8;
  private static final int UNIX = 3;
  private static final int DARWIN = 19;

  /** Whether an archive may start like this. */
  abstract boolean mayStart(Bytes content);

  abstract boolean ignoresEncryption();

  /** Type and permissions of a member as on Unix; 0 where there are none. */
  abstract int mode(ZipHeader header);

  /**
   * Which of two central directories counts.
   *
   * @param stated the one whose offset the end tells
   * @param before the one that stands before the end, by its size
   */
  abstract Optional<ZipEnd> directory(Optional<ZipEnd> stated, Optional<ZipEnd> before);

  abstract Optional<ZipMethod> method(int number);

  /** How many bytes a member takes in the archive. */
  long length(ZipHeader header) {
    boolean stored = this == ANDROID && header.method() != DEFLATE;
    return stored ? header.size() : header.compressedSize();
  }
}
