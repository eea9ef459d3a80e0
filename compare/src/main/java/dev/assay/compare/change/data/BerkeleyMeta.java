package dev.assay.compare.change.data;

import dev.assay.compare.change.Numbered;
import dev.assay.formats.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of metadata in Berkeley DB (Oracle, {@code dbinc/db_page.h}: {@code DBMETA}, {@code
 * BTMETA}, {@code HMETA}, {@code QMETA}), in the words of its structures.
 */
record BerkeleyMeta(Fields page) {
  static final int HASH = 8;
  static final int BTREE = 9;
  static final int QUEUE = 10;

  private static final int SIZE = 112;
  private static final int FLAGS = 48;

  /** From this version of the B-tree on, large values may lie in files of their own. */
  private static final int WITH_BLOBS = 10;

  private static final Map<String, Integer> COMMON =
      Map.of(
          "version", 16,
          "pagesize", 20,
          "free", 28,
          "last_pgno", 32,
          "nparts", 36,
          "key_count", 40,
          "record_count", 44);

  private static final Map<String, Integer> OF_BTREE =
      Map.of("minkey", 76, "re_len", 80, "re_pad", 84, "root", 88);

  private static final Map<String, Integer> BLOBS =
      Map.of(
          "blob_threshold", 92,
          "blob_file_lo", 96,
          "blob_file_hi", 100,
          "blob_sdb_lo", 104,
          "blob_sdb_hi", 108);

  private static final Map<String, Integer> OF_HASH =
      Map.of("max_bucket", 72, "high_mask", 76, "low_mask", 80, "ffactor", 84, "nelem", 88);

  private static final Map<String, Integer> OF_QUEUE =
      Map.of(
          "first_recno", 72,
          "cur_recno", 76,
          "re_len", 80,
          "re_pad", 84,
          "rec_page", 88,
          "page_ext", 92);

  /** Of B-trees and of hashes: 1, 2, 4 and so on ({@code BTM_*}, {@code DB_HASH_*}). */
  private static final List<String> BTREE_FLAGS =
      List.of(
          "duplicates",
          "recno",
          "btree:recnum",
          "recno:fixed-length",
          "recno:renumber",
          "multiple-databases",
          "duplicates:sorted",
          "compressed");

  private static final List<String> HASH_FLAGS =
      List.of("duplicates", "multiple-databases", "duplicates:sorted");

  static boolean isOne(int kind) {
    return kind == HASH || kind == BTREE || kind == QUEUE;
  }

  /**
   * @param prefix of each name
   * @throws dev.assay.formats.Malformed where the page is shorter than its fields
   */
  void into(String prefix, Numbered values) {
    page.block().slice(0, SIZE);
    int kind = page.u8(25);
    values.add(prefix + "magic", "0x%x".formatted(page.u32(12)));
    values.add(prefix + "type", String.valueOf(kind));
    values.add(prefix + "metaflags", "0x%x".formatted(page.u8(26)));
    values.add(prefix + "flags", flags(kind));
    add(prefix, COMMON, values);
    add(prefix, kind == BTREE ? OF_BTREE : kind == HASH ? OF_HASH : OF_QUEUE, values);
    if (kind == BTREE && page.u32(16) >= WITH_BLOBS) {
      add(prefix, BLOBS, values);
    }
  }

  private void add(String prefix, Map<String, Integer> fields, Numbered values) {
    fields.forEach((name, at) -> values.add(prefix + name, String.valueOf(page.u32(at))));
  }

  private String flags(int kind) {
    long flags = page.u32(FLAGS);
    List<String> names = kind == BTREE ? BTREE_FLAGS : kind == HASH ? HASH_FLAGS : List.of();
    List<String> set = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if ((flags >> i & 1) != 0) {
        set.add(names.get(i));
      }
    }
    return "0x%x".formatted(flags) + (set.isEmpty() ? "" : " (" + String.join(", ", set) + ")");
  }
}
