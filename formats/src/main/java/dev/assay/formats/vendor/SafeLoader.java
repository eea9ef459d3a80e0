package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads images for TP-Link's SafeLoader. */
public final class SafeLoader implements Container {
  private static final int PREAMBLE = 20;
  private static final int TABLE_AT = 0x1014;
  private static final int TABLE = 0x800;
  private static final Pattern LINE =
      Pattern.compile(
          "fwup-ptn ([^ ]{1,64}) base 0x([0-9a-fA-F]{1,8}) size 0x([0-9a-fA-F]{1,8})\\s*");
  private static final Bytes SALT =
      Bytes.of(HexFormat.of().parseHex("7a2b15ed9b98596de504ab44ac2a9f4e"));

  @Override
  public String type() {
    return "application/vnd.tp-link.safeloader";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(TABLE_AT, "fwup-ptn ") && content.size() >= TABLE_AT + TABLE;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block preamble = content.block(0, PREAMBLE);
    long size = Math.clamp(preamble.u32be(0), PREAMBLE, content.size());
    byte[] computed = Sums.digest("MD5", SALT, content.slice(PREAMBLE, size - PREAMBLE));
    Sums.check("safeloader.digest", 4, preamble.bytes(4, 16), computed).forEach(listing::problem);
    Parts parts = new Parts(content, "safeloader", listing);
    parts.reserve(0, PREAMBLE);
    parts.add("vendor-information", PREAMBLE, TABLE_AT - PREAMBLE);
    parts.reserve(TABLE_AT, TABLE);
    Matcher line = LINE.matcher(content.block(TABLE_AT, TABLE).cString(0, TABLE));
    for (int at = 0; line.find(at) && line.start() == at; at = line.end()) {
      long start = TABLE_AT + Long.parseLong(line.group(2), 16);
      parts.add(line.group(1), start, Long.parseLong(line.group(3), 16));
    }
    parts.finish();
  }
}
