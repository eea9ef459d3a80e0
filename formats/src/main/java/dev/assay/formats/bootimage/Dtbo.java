package dev.assay.formats.bootimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import java.util.List;
import java.util.OptionalLong;

/** Reads partitions of device tree overlays. */
public final class Dtbo implements Container, Carvable {
  private static final byte[] MAGIC = {(byte) 0xD7, (byte) 0xB7, (byte) 0xAB, 0x1E};
  private static final int HEADER = 32;
  private static final int LEAST_ENTRY = 16;
  private static final int MAX_ENTRIES = 4096;

  @Override
  public String type() {
    return "application/vnd.android.dtbo";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    long entry = header.u32be(12);
    return header.u32be(8) == HEADER
        && entry >= LEAST_ENTRY
        && entry <= 256
        && header.u32be(16) <= MAX_ENTRIES;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("dtbo.header", 8, "no header with sizes that are in use");
    }
    Block header = content.block(0, HEADER);
    Parts parts = new Parts(content, "dtbo", listing);
    parts.reserve(0, HEADER);
    long table = header.u32be(20);
    long entrySize = header.u32be(12);
    parts.reserve(table, header.u32be(16) * entrySize);
    for (int i = 0; i < header.u32be(16); i++) {
      Block entry = content.block(table + i * entrySize, LEAST_ENTRY);
      parts.add("overlay-" + i, entry.u32be(4), entry.u32be(0));
    }
    parts.finish();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here)) {
      return OptionalLong.empty();
    }
    Block header = here.block(0, HEADER);
    long size = header.u32be(4);
    return size <= here.size() && header.u32be(20) + header.u32be(16) * header.u32be(12) <= size
        ? OptionalLong.of(size)
        : OptionalLong.empty();
  }
}
