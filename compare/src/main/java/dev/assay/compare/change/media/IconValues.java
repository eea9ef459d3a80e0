package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/** Pictures of an icon of Windows: directory of 16 bytes each behind a header of 6. */
public final class IconValues implements Values {
  private static final int HEADER = 6;
  private static final int ENTRY = 16;

  @Override
  public String what() {
    return "icon";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("image/vnd.microsoft.icon");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    int count = content.block(0, HEADER).u16le(4);
    values.add("pictures", String.valueOf(count));
    for (int i = 0; i < count; i++) {
      Block entry = content.block(HEADER + (long) i * ENTRY, ENTRY);
      values.add("size", side(entry.u8(0)) + "×" + side(entry.u8(1)));
      values.add("colours", entry.u8(2) + ", reserved " + entry.u8(3));
      values.add("planes", String.valueOf(entry.u16le(4)));
      values.add("depth", entry.u16le(6) + " bits");
      values.add("place", "0x%x".formatted(entry.u32le(12)));
      values.add("picture", content.slice(entry.u32le(12), entry.u32le(8)));
    }
    return values.toValueSet();
  }

  /** A side of 256 does not fit into a byte. */
  private static int side(int stored) {
    return stored == 0 ? 256 : stored;
  }
}
