package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;

/**
 * Content of a member that is marked as encrypted (APPNOTE 4.4.4, bit 0). The mark alone encrypts
 * nothing, and makes most readers leave the member alone; so it is read as if it stood in clear,
 * and is encrypted only where size or CRC-32 do not come out.
 */
record MarkedContent(ZipContent clear) implements Content {
  @Override
  public long size() {
    return clear.size();
  }

  @Override
  public Bytes open(Memory memory) {
    Bytes bytes;
    try {
      bytes = clear.whole(memory);
    } catch (Malformed sealed) {
      throw encrypted(clear.size());
    }
    throw new Partial(
        bytes,
        new Malformed(
            "container.false-encryption", -1, "marked as encrypted, but in clear; read whole"));
  }

  static Malformed encrypted(long size) {
    return new Malformed("zip.encrypted", -1, "encrypted; its " + size + " bytes are not read");
  }
}
