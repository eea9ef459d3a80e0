package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.PosixCksum;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Locale;

/** An image with the trailer of 256 bytes that newer Linksys and Belkin devices want. */
public final class LinksysFooter implements Encoding {
  private static final int SIZE = 256;
  private static final String MAGIC = ".LINKSYS.";
  private static final int CRC_AT = 32;

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
    String computed = String.format(Locale.ROOT, "%08X", PosixCksum.of(image));
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
}
