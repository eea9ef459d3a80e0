package dev.assay.compare.change.data;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * Entries of B-trees and hashes in Berkeley DB by their key (Oracle, {@code dbinc/db_page.h}), and
 * pages of all kinds by number: what they hold, and of a database that is not large what their
 * headers say and where on them the entries lie.
 */
public final class BerkeleyValues implements Values {
  private static final int META = 72;
  private static final int HEADER = 26;
  private static final int LEAF = 5;
  private static final int HASH_UNSORTED = 2;
  private static final int HASHED = 13;
  private static final int KEY_DATA = 1;

  /** Bytes of a database of which everything is told. */
  private static final int FEW = 256 << 10;

  private static final Map<Integer, String> KINDS =
      Map.ofEntries(
          Map.entry(0, "unused"),
          Map.entry(1, "duplicates"),
          Map.entry(HASH_UNSORTED, "hash unsorted"),
          Map.entry(3, "btree internal"),
          Map.entry(4, "recno internal"),
          Map.entry(LEAF, "btree leaf"),
          Map.entry(6, "recno leaf"),
          Map.entry(7, "overflow"),
          Map.entry(BerkeleyMeta.HASH, "hash metadata"),
          Map.entry(BerkeleyMeta.BTREE, "btree metadata"),
          Map.entry(BerkeleyMeta.QUEUE, "queue metadata"),
          Map.entry(11, "queue data"),
          Map.entry(12, "duplicate leaf"),
          Map.entry(HASHED, "hash"));

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
    values.add("id", content.slice(52, 20));
    long pages = content.size() / size;
    for (long number = 0; number < pages; number++) {
      Bytes page = content.slice(number * size, size);
      Fields fields = new Fields(page.block(0, (int) size), order);
      new Page(fields, fields.u8(HEADER - 1), "page " + number, values)
          .add(page, content.size() <= FEW);
    }
    values.rest("behind the pages", content, pages * size);
    return values.toValueSet();
  }

  /** All offsets are from the start of the page. */
  private record Page(Fields page, int kind, String name, Numbered values) {
    void add(Bytes bytes, boolean whole) {
      values.add(name + " (" + KINDS.getOrDefault(kind, "kind " + kind) + ")", bytes);
      if (BerkeleyMeta.isOne(kind)) {
        new BerkeleyMeta(page).into(name + " ", values);
      } else if (whole) {
        header();
      }
      boolean entries = kind == LEAF || kind == HASHED || kind == HASH_UNSORTED;
      if (entries && page.u16(20) > 0) {
        entries(whole);
      }
    }

    private void header() {
      values.add(name + " LSN", "[" + page.u32(0) + "][" + page.u32(4) + "]");
      values.add(name + " prev", String.valueOf(page.u32(12)));
      values.add(name + " next", String.valueOf(page.u32(16)));
      values.add(name + " entries", String.valueOf(page.u16(20)));
      values.add(name + " offset", String.valueOf(page.u16(22)));
      values.add(name + " level", String.valueOf(page.u8(24)));
    }

    /** Keys and what belongs to them, by turns. */
    private void entries(boolean whole) {
      int entries = page.u16(20);
      String key = "";
      for (int i = 0; i < entries; i++) {
        String shown = kind == LEAF ? ofTree(i) : ofHash(i);
        if (i % 2 == 0) {
          key = shown;
        } else {
          values.add("key " + key, shown);
        }
        if (whole) {
          values.add(
              "%s entry %03d".formatted(name, i), "at %d, len: %d".formatted(at(i), length(i)));
        }
      }
    }

    private int at(int entry) {
      return page.u16(HEADER + 2 * entry);
    }

    /** Of what a tree holds it stands there; of a hash it is what lies up to the entry before. */
    private int length(int entry) {
      return kind == LEAF ? page.u16(at(entry)) : Math.max(0, end(entry) - at(entry) - 1);
    }

    private int end(int entry) {
      return entry == 0 ? page.block().size() : at(entry - 1);
    }

    /** Length, kind, bytes; what is too long for a page lies in others. */
    private String ofTree(int entry) {
      int at = at(entry);
      return (page.u8(at + 2) & 0x7F) == KEY_DATA
          ? shown(at + 3, page.u16(at))
          : inOthers(at, Math.min(12, page.block().size() - at));
    }

    /** Kind, bytes. */
    private String ofHash(int entry) {
      int at = at(entry);
      return page.u8(at) == KEY_DATA
          ? shown(at + 1, length(entry))
          : inOthers(at, Math.max(0, end(entry) - at));
    }

    private String inOthers(int at, int length) {
      return "in pages of its own " + values.sized(Bytes.of(page.block().bytes(at, length)));
    }

    private String shown(int at, int length) {
      Block block = page.block();
      String text = block.latin1(at, length);
      String visible = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
      boolean printable = visible.chars().allMatch(each -> each >= 0x20 && each < 0x7F);
      return printable ? "`" + visible + "`" : values.sized(Bytes.of(block.bytes(at, length)));
    }
  }
}
