package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** Tables of TrueType and OpenType fonts (ISO/IEC 14496-22): head, names, and all others. */
public final class FontValues implements Values {
  private static final Set<String> TYPES = Set.of("font/ttf", "font/otf");
  private static final int HEADER = 12;
  private static final int RECORD = 16;
  private static final int NAME = 12;
  private static final int MAX_TABLE = 64 << 20;

  /** 1904-01-01 in s before 1970. */
  private static final long EPOCH = 2_082_844_800L;

  @Override
  public String what() {
    return "table";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return TYPES.contains(type);
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Block header = content.block(0, HEADER);
    values.add(
        "search fields",
        "%04x %04x %04x".formatted(header.u16be(6), header.u16be(8), header.u16be(10)));
    for (int i = 0; i < header.u16be(4); i++) {
      Block entry = content.block(HEADER + (long) i * RECORD, RECORD);
      String tag = entry.latin1(0, 4);
      Bytes table = content.slice(entry.u32be(8), entry.u32be(12));
      values.add(tag + " place", "0x%x".formatted(entry.u32be(8)));
      values.add(tag + " checksum", "%08x, computed %08x".formatted(entry.i32be(4), sum(table)));
      switch (tag) {
        case "head" -> head(table, values);
        case "name" -> names(table, values);
        default -> values.add(tag, table);
      }
    }
    return values.toValueSet();
  }

  /** Words are added up, the last filled up with zeros. */
  private static int sum(Bytes table) {
    Block all = table.block(0, (int) Math.min(table.size(), MAX_TABLE));
    int sum = 0;
    for (int at = 0; at < all.size(); at++) {
      sum += all.u8(at) << 24 - 8 * (at % 4);
    }
    return sum;
  }

  private static void head(Bytes table, Numbered values) {
    Block head = table.block(0, 54);
    values.add(
        "head revision", head.u16be(4) + "." + "%05d".formatted(head.u16be(6) * 100_000L >> 16));
    values.add("head checksum adjustment", "0x%08x".formatted(head.i32be(8)));
    values.add("head created", time(head.i64be(20)));
    values.add("head modified", time(head.i64be(28)));
    values.add("head flags, units", "0x%x, %d".formatted(head.u16be(16), head.u16be(18)));
    values.add("head others", table.from(36));
  }

  private static String time(long seconds) {
    return seconds < 0 || seconds > 1L << 36
        ? seconds + " s since 1904"
        : Instant.ofEpochSecond(seconds - EPOCH).toString();
  }

  private static void names(Bytes table, Numbered values) {
    Block head = table.block(0, 6);
    values.add("name", table);
    for (int i = 0; i < head.u16be(2); i++) {
      Block record = table.block(6 + (long) i * NAME, NAME);
      Block text = table.block((long) head.u16be(4) + record.u16be(10), record.u16be(8));
      String key =
          "name %d, platform %d, language 0x%x"
              .formatted(record.u16be(6), record.u16be(0), record.u16be(4));
      boolean wide = record.u16be(0) != 1;
      values.add(
          key,
          wide
              ? new String(text.bytes(0, text.size()), StandardCharsets.UTF_16BE)
              : text.latin1(0, text.size()));
    }
  }
}
