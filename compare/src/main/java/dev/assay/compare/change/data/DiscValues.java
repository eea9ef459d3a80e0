package dev.assay.compare.change.data;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.iso.DiscRecords;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What optical discs say of themselves and of the times of their members: fields of the volume
 * descriptors (ECMA-119 §8.4, §8.5), dates and names of directory records (§9.1.5, §9.1.11) and of
 * Rock Ridge's fields {@code TF} (IEEE P1282 §4.1.6). Members are compared on their own.
 */
public final class DiscValues implements Values {
  private static final int PRIMARY = 1;
  private static final int SUPPLEMENTARY = 2;
  private static final int DATE = 7;
  private static final int LONG_DATE = 17;
  private static final int LONG_FORM = 0x80;
  private static final List<String> TIMES =
      List.of("created", "modified", "accessed", "attributes", "backup", "expires", "effective");

  private record Field(String name, int at, int size) {}

  private static final List<Field> TEXTS =
      List.of(
          new Field("system identifier", 8, 32),
          new Field("volume identifier", 40, 32),
          new Field("volume set identifier", 190, 128),
          new Field("publisher identifier", 318, 128),
          new Field("data preparer identifier", 446, 128),
          new Field("application identifier", 574, 128),
          new Field("copyright file identifier", 702, 37),
          new Field("abstract file identifier", 739, 37),
          new Field("bibliographic file identifier", 776, 37));

  private static final List<Field> DATES =
      List.of(
          new Field("volume creation", 813, LONG_DATE),
          new Field("volume modification", 830, LONG_DATE),
          new Field("volume expiration", 847, LONG_DATE),
          new Field("volume effective", 864, LONG_DATE));

  @Override
  public String what() {
    return "disc";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-iso9660-image");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    DiscRecords.of(
        content,
        new DiscRecords.Taker() {
          @Override
          public void descriptor(Block sector) {
            DiscValues.descriptor(sector, values);
          }

          @Override
          public void record(String path, String stored, Block record, List<Block> times) {
            values.step();
            values.add("`" + path + "` recorded", date(record, 18));
            values.add("`" + path + "` stored as", stored);
            times.forEach(field -> times(path, field, values));
          }
        });
    return values.toValueSet();
  }

  private static void descriptor(Block sector, Numbered values) {
    int type = sector.u8(0);
    if (type != PRIMARY && type != SUPPLEMENTARY) {
      values.add("descriptor of type " + type, Crc.sized(Bytes.of(sector.bytes(0, sector.size()))));
      return;
    }
    String of = type == PRIMARY ? "" : "supplementary ";
    boolean wide = type == SUPPLEMENTARY && sector.latin1(88, 2).equals("%/");
    Charset charset = wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    for (Field field : TEXTS) {
      String text = new String(sector.bytes(field.at, field.size), charset);
      values.add(of + field.name, text.replace('\0', ' ').strip());
    }
    for (Field field : DATES) {
      values.add(of + field.name, longDate(sector, field.at));
    }
    values.add(of + "blocks", sector.u32le(80) + " of " + sector.u16le(128) + " bytes");
    values.add(of + "application use", Crc.sized(Bytes.of(sector.bytes(883, 512))));
  }

  /** Flags tell which times follow, in their order, and in which form. */
  private static void times(String path, Block field, Numbered values) {
    try {
      int flags = field.u8(4);
      int size = (flags & LONG_FORM) == 0 ? DATE : LONG_DATE;
      int at = 5;
      for (int i = 0; i < TIMES.size(); i++) {
        if ((flags & 1 << i) != 0) {
          String told = size == DATE ? date(field, at) : longDate(field, at);
          values.add("`" + path + "` " + TIMES.get(i), told);
          at += size;
        }
      }
    } catch (Malformed cut) {
      if (cut.problem().code().startsWith("compare.")) {
        throw cut;
      }
    }
  }

  /** Years since 1900, month, day, hour, minute, second, and quarters of an hour from UTC. */
  private static String date(Block block, int at) {
    return "%d-%02d-%02d %02d:%02d:%02d %s"
        .formatted(
            1900 + block.u8(at),
            block.u8(at + 1),
            block.u8(at + 2),
            block.u8(at + 3),
            block.u8(at + 4),
            block.u8(at + 5),
            zone((byte) block.u8(at + 6)));
  }

  /** Digits up to hundredths of a second. */
  private static String longDate(Block block, int at) {
    String digits = block.latin1(at, LONG_DATE - 1);
    return digits.matches("[0-9]{16}")
        ? "%s-%s-%s %s:%s:%s.%s %s"
            .formatted(
                digits.substring(0, 4),
                digits.substring(4, 6),
                digits.substring(6, 8),
                digits.substring(8, 10),
                digits.substring(10, 12),
                digits.substring(12, 14),
                digits.substring(14),
                zone((byte) block.u8(at + LONG_DATE - 1)))
        : "none";
  }

  private static String zone(int quarters) {
    int minutes = Math.abs(quarters) * 15;
    return "%s%02d:%02d".formatted(quarters < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }
}
