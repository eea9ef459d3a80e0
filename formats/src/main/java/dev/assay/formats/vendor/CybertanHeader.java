package dev.assay.formats.vendor;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;

/** The header of 32 bytes that Linksys devices made by CyberTAN want before a TRX. */
public final class CybertanHeader implements Encoding {
  private static final int SIZE = 32;

  @Override
  public String type() {
    return "application/vnd.linksys.cybertan";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(14, "U2ND") && content.has(SIZE, Trx.MAGIC);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    return Decoded.of(content.from(SIZE), content.size());
  }
}
