package dev.assay.formats.fat;

import dev.assay.formats.Block;
import dev.assay.formats.Names;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Collects the long name before an entry. */
final class FatName {
  private static final int UNITS = 13;
  private static final int LAST = 0x40;

  private String name = "";
  private int expected;
  private int checksum;

  /** Takes a long name entry; one out of order spoils the name. */
  void take(Block entry) {
    int number = entry.u8(0);
    if ((number & LAST) != 0) {
      name = "";
      expected = number & LAST - 1;
      checksum = entry.u8(13);
    }
    if (expected == 0 || (number & LAST - 1) != expected || entry.u8(13) != checksum) {
      forget();
      return;
    }
    byte[] part = new byte[2 * UNITS];
    System.arraycopy(entry.bytes(1, 10), 0, part, 0, 10);
    System.arraycopy(entry.bytes(14, 12), 0, part, 10, 12);
    System.arraycopy(entry.bytes(28, 4), 0, part, 22, 4);
    name = new String(part, StandardCharsets.UTF_16LE) + name;
    expected--;
  }

  void forget() {
    name = "";
    expected = -1;
  }

  /** The name of the entry: the long one where it is whole and belongs to it, else 8.3. */
  String of(Block entry) {
    boolean belongs = expected == 0 && !name.isEmpty() && checksum == checksum(entry);
    int end = name.indexOf('\0');
    String result = !belongs ? shortName(entry) : end < 0 ? name : name.substring(0, end);
    forget();
    return result.replace('/', '_');
  }

  private static int checksum(Block entry) {
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      sum = ((sum & 1) << 7) + (sum >> 1) + entry.u8(i) & 0xFF;
    }
    return sum;
  }

  private static String shortName(Block entry) {
    byte[] stem = entry.bytes(0, 8);
    stem[0] = stem[0] == 5 ? (byte) 0xE5 : stem[0];
    String name = cased(stem, entry.u8(12) & 0x08);
    String suffix = cased(entry.bytes(8, 3), entry.u8(12) & 0x10);
    return suffix.isEmpty() ? name : name + "." + suffix;
  }

  private static String cased(byte[] raw, int lower) {
    String text = Names.decode(raw).stripTrailing();
    return lower == 0 ? text : text.toLowerCase(Locale.ROOT);
  }
}
