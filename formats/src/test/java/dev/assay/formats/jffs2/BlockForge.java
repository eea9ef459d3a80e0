package dev.assay.formats.jffs2;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Compresses as JFFS2 does. */
final class BlockForge {
  private BlockForge() {}

  static byte[] zlib(byte[] content) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  static byte[] rtime(byte[] content) {
    int[] after = new int[256];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < content.length; ) {
      int value = content[at++] & 0xFF;
      int from = after[value];
      after[value] = at;
      int run = 0;
      while (run < 255 && at + run < content.length && content[at + run] == content[from + run]) {
        run++;
      }
      out.write(value);
      out.write(run);
      at += run;
    }
    return out.toByteArray();
  }
}
