package dev.assay.formats.rar;

import java.util.Optional;

/**
 * A block of an archive.
 *
 * @param sound whether the header matches its checksum
 * @param dataAt offset behind the header
 * @param data bytes that follow the header
 */
record RarBlock(Kind kind, boolean sound, long dataAt, long data, Optional<RarMember> member) {
  enum Kind {
    /** The header of the archive. */
    ARCHIVE,
    /** A member. */
    FILE,
    /** All that follows is encrypted, names too. */
    ENCRYPTED,
    /** The last. */
    END,
    /** Says nothing of members. */
    OTHER
  }
}
