package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;

/** Reads images of Netgear's devices that DNI (Delta Networks) made. */
public final class NetgearDni implements Encoding {
  private static final String START = "device:";
  private static final String VERSION = "\nversion:";
  private static final int HEADER = 128;

  @Override
  public String type() {
    return "application/vnd.netgear.dni";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, START)
        && content.size() > HEADER + 1
        && isHeader(content.head(HEADER).latin1(0, HEADER));
  }

  /** Lines, then zeros. */
  private static boolean isHeader(String header) {
    int end = header.indexOf('\0');
    return end > 0
        && header.charAt(end - 1) == '\n'
        && header.lastIndexOf(VERSION, end) > 0
        && header.substring(end).chars().allMatch(c -> c == 0);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    if (!recognises(content)) {
      throw new Malformed("dni.header", 0, "no header of a device and its version");
    }
    long end = content.size() - 1;
    Block last = content.block(end, 1);
    int[] sum = {0};
    Sums.each(
        content.slice(0, end),
        (array, from, length) -> {
          for (int i = from; i < from + length; i++) {
            sum[0] += array[i];
          }
        });
    List<Problem> problems = Sums.check("dni.checksum", end, last.u8(0), ~sum[0] & 0xFF);
    return new Decoded(content.slice(HEADER, end - HEADER), content.size(), "", problems);
  }
}
