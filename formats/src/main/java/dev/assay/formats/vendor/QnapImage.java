package dev.assay.formats.vendor;

import dev.assay.formats.Bytes;
import dev.assay.formats.Leaf;

/** An encrypted update image of QNAP, told by its trailer of 74 bytes. */
public final class QnapImage implements Leaf {
  public static final String TYPE = "application/vnd.qnap.encrypted-firmware";
  private static final int TRAILER = 74;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() > TRAILER && content.has(content.size() - TRAILER, "icpnas");
  }
}
