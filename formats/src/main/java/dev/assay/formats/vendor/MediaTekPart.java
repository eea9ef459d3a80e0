package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.util.List;
import java.util.OptionalLong;

/** Takes away the header that MediaTek's boot loaders expect before a kernel, ramdisk or loader. */
public final class MediaTekPart implements Encoding, Carvable {
  private static final byte[] MAGIC = {(byte) 0x88, 0x16, (byte) 0x88, 0x58};
  private static final int HEADER = 512;
  private static final int NAME_AT = 8;
  private static final int NAME = 32;

  /**
   * Where fields end that all writers know; the rest is filled with FF or, in new ones, has more.
   */
  private static final int KNOWN = 48;

  @Override
  public String type() {
    return "application/vnd.mediatek.part";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC)
        && content.size() > HEADER
        && content.block(0, KNOWN).u32le(4) > 0
        && isName(content.block(NAME_AT, NAME));
  }

  /** Printable, and zeros behind it. */
  private static boolean isName(Block name) {
    int length = 0;
    while (length < NAME && name.u8(length) >= 0x20 && name.u8(length) < 0x7F) {
      length++;
    }
    for (int i = length; i < NAME; i++) {
      if (name.u8(i) != 0) {
        return false;
      }
    }
    return length > 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    if (!recognises(content)) {
      throw new Malformed("mediatek.header", 0, "no header of a part");
    }
    long announced = content.block(0, KNOWN).u32le(4);
    long there = Math.min(announced, content.size() - HEADER);
    String message = announced + " bytes announced, " + there + " are there";
    return new Decoded(
        content.slice(HEADER, there),
        HEADER + there,
        "",
        there == announced
            ? List.of()
            : List.of(new Problem("mediatek.truncated", content.size(), message)));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    long end = recognises(here) ? HEADER + here.block(0, KNOWN).u32le(4) : Long.MAX_VALUE;
    return end <= here.size() ? OptionalLong.of(end) : OptionalLong.empty();
  }
}
