package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Locale;

/** An image with the trailer of 256 bytes that newer Linksys and Belkin devices want. */
public final class LinksysFooter implements Encoding {
  private static final int SIZE = 256;
  private static final String MAGIC = ".LINKSYS.";
  private static final int CRC_AT = 32;
  private static final int POLYNOMIAL = 0x04C11DB7;

  @Override
  public String type() {
    return "application/vnd.linksys.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() > SIZE && content.has(content.size() - SIZE, MAGIC);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    long end = content.size() - SIZE;
    Block footer = content.block(end, SIZE);
    Bytes image = content.slice(0, end);
    String stored = footer.latin1(CRC_AT, 8).strip();
    String computed = String.format(Locale.ROOT, "%08X", cksum(image));
    String message =
        "checksum is `" + stored + "`, computed " + computed + "; contents read anyway";
    // Shell scripts that print the sum leave out leading zeros.
    boolean matches = stored.replaceAll("^0+", "").equalsIgnoreCase(computed.replaceAll("^0+", ""));
    return new Decoded(
        image,
        content.size(),
        "",
        matches ? List.of() : List.of(new Problem("linksys.crc", end + CRC_AT, message)));
  }

  /** CRC of POSIX {@code cksum}: the bytes, then their number, low byte first. */
  static int cksum(Bytes content) {
    int[] crc = {0};
    Sums.each(
        content,
        (array, from, length) -> {
          for (int i = from; i < from + length; i++) {
            crc[0] = step(crc[0], array[i]);
          }
        });
    for (long length = content.size(); length > 0; length >>>= 8) {
      crc[0] = step(crc[0], (int) length);
    }
    return ~crc[0];
  }

  private static int step(int crc, int value) {
    return crc << 8 ^ TABLE[(crc >>> 24 ^ value) & 0xFF];
  }

  private static final int[] TABLE = table();

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value < 0 ? value << 1 ^ POLYNOMIAL : value << 1;
      }
      table[i] = value;
    }
    return table;
  }
}
