package dev.assay.compare.normal;

import dev.assay.formats.Bytes;

/**
 * cramfs: it knows no times; what differs without its members is the checksum and the edition
 * behind it.
 */
final class CramFsNormal extends MaskedNormal {
  CramFsNormal() {
    super("application/vnd.linux.cramfs", "cramfs");
  }

  @Override
  void tell(Bytes content, Fields fields) {
    fields.id(32, 8);
  }
}
