package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.util.List;

/**
 * Takes away the signature that Samsung's boot loaders want behind an image. Whether it is
 * Samsung's only their key tells, which no image holds.
 */
public final class SamsungSigned implements Encoding {
  private static final String MAGIC = "SignerVer0";

  /** Bytes of text, before the signature. */
  private static final int TEXT = 256;

  private static final int VERSION_2 = 512;
  private static final int VERSION_3 = 784;

  @Override
  public String type() {
    return "application/vnd.samsung.signed-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return footer(content) > 0;
  }

  /** Bytes of the footer; 0 where there is none. */
  private static int footer(Bytes content) {
    if (content.size() > VERSION_2 && content.has(content.size() - VERSION_2, MAGIC + "2")) {
      return VERSION_2;
    }
    return content.size() > VERSION_3 && content.has(content.size() - VERSION_3, MAGIC + "3")
        ? VERSION_3
        : 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    int size = footer(content);
    if (size == 0) {
      throw new Malformed("samsung.footer", content.size(), "no signature at the end");
    }
    long end = content.size() - size;
    Block signature = content.block(end + TEXT, size - TEXT);
    return new Decoded(
        content.slice(0, end),
        content.size(),
        "",
        isFilled(signature)
            ? List.of(new Problem("samsung.unsigned", end + TEXT, "the signature is left blank"))
            : List.of());
  }

  private static boolean isFilled(Block block) {
    for (int i = 1; i < block.size(); i++) {
      if (block.u8(i) != block.u8(0)) {
        return false;
      }
    }
    return true;
  }
}
