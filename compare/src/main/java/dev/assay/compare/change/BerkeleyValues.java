package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;

/**
 * Entries of B-trees in Berkeley DB by their key (Oracle, {@code dbinc/db_page.h}), and pages of
 * all kinds by number.
 */
final class BerkeleyValues implements Values {
  private static final int META = 72;
  private static final int HEADER = 26;
  private static final int LEAF = 5;
  private static final int KEY_DATA = 1;

  @Override
  public String what() {
    return "database";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-berkeley-db");
  }

  @Override
  public ValueSet of(Bytes content) {
    ByteOrder order = content.has(12, (byte) 0) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Fields meta = new Fields(content.block(0, META), order);
    long size = meta.u32(20);
    if (size < 512 || size > 1 << 16 || Long.bitCount(size) != 1) {
      throw new Malformed("berkeley.page", 20, "pages of " + size + " bytes");
    }
    Numbered values = new Numbered();
    values.add("version", String.valueOf(meta.u32(16)));
    values.add("flags", "0x%x".formatted(meta.u32(48)));
    values.add("id", content.slice(52, 20));
    long pages = content.size() / size;
    for (long number = 0; number < pages; number++) {
      Bytes page = content.slice(number * size, size);
      int kind = page.block(HEADER - 1, 1).u8(0);
      values.add("page " + number + " of kind " + kind, page);
      if (kind == LEAF && number > 0) {
        leaf(new Fields(page.block(0, (int) size), order), values);
      }
    }
    values.rest("behind the pages", content, pages * size);
    return values.toValueSet();
  }

  /** Places of keys and what belongs to them, by turns. */
  private static void leaf(Fields page, Numbered values) {
    int entries = page.u16(20);
    for (int i = 0; i + 1 < entries; i += 2) {
      String key = shown(page, page.u16(HEADER + 2 * i), values);
      values.add("key " + key, shown(page, page.u16(HEADER + 2 * i + 2), values));
    }
  }

  /** Length, kind, bytes; what is too long for a page lies in others. */
  private static String shown(Fields page, int at, Numbered values) {
    Block block = page.block();
    if ((block.u8(at + 2) & 0x7F) != KEY_DATA) {
      return "in pages of its own " + values.sized(Bytes.of(block.bytes(at, 12)));
    }
    byte[] bytes = block.bytes(at + 3, page.u16(at));
    String text = block.latin1(at + 3, bytes.length);
    String visible = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    boolean printable = visible.chars().allMatch(each -> each >= 0x20 && each < 0x7F);
    return printable ? "`" + visible + "`" : values.sized(Bytes.of(bytes));
  }
}
