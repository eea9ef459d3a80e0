package dev.assay.formats.publishedkey;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decrypts D-Link's "encrpted_img" images, which hold UBI. */
public final class DlinkUbiImage implements Encoding {
  private static final String MAGIC = "encrpted_img";
  private static final int HEADER = 16;
  private static final int ERASE_BLOCK = 128 << 10;
  private static final byte[] UBI = {'U', 'B', 'I', '#'};

  private static final AesCbc CIPHER =
      new AesCbc(ascii("he9-4+M!)d6=m~we1,q2a3d1n&2*Z^%8"), ascii("J%1iQl8$=lm-;8AE"));

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String type() {
    return "application/vnd.dlink.encrpted-img";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && content.size() >= HEADER + AesCbc.BLOCK;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Bytes stored = content.from(HEADER);
    if (!Arrays.equals(Arrays.copyOf(CIPHER.start(stored, 1), UBI.length), UBI)) {
      throw new Malformed(
          "encrpted-img.encrypted", HEADER, "encrypted under a key that is not published");
    }
    Decoding decoding = new Decoding("encrpted-img", memory, content.size(), stored.size());
    for (long at = 0; at < stored.size() && !decoding.isStopped(); at += ERASE_BLOCK) {
      CIPHER.decrypt(stored.slice(at, Math.min(ERASE_BLOCK, stored.size() - at)), decoding);
    }
    if (stored.size() % AesCbc.BLOCK != 0) {
      decoding.problem("truncated", content.size(), "ends within a block of the cipher");
    }
    return decoding.finish(content.size());
  }
}
