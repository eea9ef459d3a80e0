package dev.assay.formats.iso;

import dev.assay.formats.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * A time that is stored on a disc: in a volume descriptor (ECMA-119 §8.4.26), in a directory record
 * (§9.1.5), or in a field {@code TF} of Rock Ridge (IEEE P1282 §4.1.6).
 *
 * @param of what it is the time of
 * @param repeated whether it stands in one of the records by which a directory names itself and its
 *     parent
 * @param at its offset
 * @param size 7 bytes, or 17 of the form in digits
 * @param isDate whether its numbers are those of a date; else it may be anything
 * @param text as it is read by people; {@code none} where it has no digits
 */
public record DiscTime(
    String of, boolean repeated, long at, int size, boolean isDate, String text) {
  private static final int SHORT = 7;
  private static final int LONG = 17;
  private static final int LONG_FORM = 0x80;
  private static final int ROOT = 156;
  private static final int ROOT_SIZE = 34;

  private record Place(String name, int at) {}

  private static final List<Place> IN_DESCRIPTOR =
      List.of(
          new Place("volume creation", 813),
          new Place("volume modification", 830),
          new Place("volume expiration", 847),
          new Place("volume effective", 864));

  private static final List<String> IN_FIELD =
      List.of("created", "modified", "accessed", "attributes", "backup", "expires", "effective");

  /** Those of a primary or supplementary volume, with that of the root's record in it. */
  static List<DiscTime> ofDescriptor(String prefix, Block sector, long at) {
    List<DiscTime> times = new ArrayList<>();
    IN_DESCRIPTOR.forEach(each -> times.add(inDigits(prefix + each.name, sector, at, each.at)));
    Block root = sector.slice(ROOT, ROOT_SIZE);
    times.add(ofRecord(prefix + ".", true, root, at + ROOT));
    return times;
  }

  private static DiscTime inDigits(String of, Block block, long start, int at) {
    return new DiscTime(of, false, start + at, LONG, isLongDate(block, at), longDate(block, at));
  }

  /** That of a directory record. */
  static DiscTime ofRecord(String path, boolean repeated, Block record, long at) {
    String of = "`" + path + "` recorded";
    return new DiscTime(of, repeated, at + 18, SHORT, isDate(record, 18), date(record, 18));
  }

  /**
   * Those of a field, as far as it goes: flags tell which follow, in their order and which form.
   */
  static List<DiscTime> ofField(String path, boolean repeated, Block field, long start) {
    List<DiscTime> times = new ArrayList<>();
    int flags = field.size() > 4 ? field.u8(4) : 0;
    int size = (flags & LONG_FORM) == 0 ? SHORT : LONG;
    int at = 5;
    for (int i = 0; i < IN_FIELD.size() && at + size <= field.size(); i++) {
      if ((flags & 1 << i) != 0) {
        String of = "`" + path + "` " + IN_FIELD.get(i);
        boolean isDate = size == SHORT ? isDate(field, at) : isLongDate(field, at);
        String text = size == SHORT ? date(field, at) : longDate(field, at);
        times.add(new DiscTime(of, repeated, start + at, size, isDate, text));
        at += size;
      }
    }
    return times;
  }

  private static boolean isDate(Block block, int at) {
    return isDate(
        block.u8(at + 1),
        block.u8(at + 2),
        block.u8(at + 3),
        block.u8(at + 4),
        block.u8(at + 5),
        (byte) block.u8(at + 6));
  }

  private static boolean isLongDate(Block block, int at) {
    String digits = block.latin1(at, LONG - 1);
    return digits.matches("[0-9]{16}")
        && isDate(
            Integer.parseInt(digits, 4, 6, 10),
            Integer.parseInt(digits, 6, 8, 10),
            Integer.parseInt(digits, 8, 10, 10),
            Integer.parseInt(digits, 10, 12, 10),
            Integer.parseInt(digits, 12, 14, 10),
            (byte) block.u8(at + LONG - 1));
  }

  /** The zone goes from 12 hours west to 13 hours east (ECMA-119 §8.4.26.1), in quarters. */
  private static boolean isDate(int month, int day, int hour, int minute, int second, int zone) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && hour < 24
        && minute < 60
        && second < 60
        && zone >= -48
        && zone <= 52;
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
    String digits = block.latin1(at, LONG - 1);
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
                zone((byte) block.u8(at + LONG - 1)))
        : "none";
  }

  private static String zone(int quarters) {
    int minutes = Math.abs(quarters) * 15;
    return "%s%02d:%02d".formatted(quarters < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }
}
