package dev.assay.formats.publishedkey;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.stream.Decoding;
import java.util.Optional;
import java.util.stream.Stream;

/** Decrypts QNAP's images: gzip streams whose start is encrypted. */
public final class QnapImage implements Encoding {
  private static final int TRAILER = 74;
  private static final String MAGIC = "icpnas";
  private static final int MODEL_AT = 10;
  private static final int MODEL = 16;
  private static final byte[] GZIP = {0x1F, (byte) 0x8B, 8};

  /** Of all network disks; routers and switches use the name of their model. */
  private static final String KEY = "QNAPNASVERSION";

  /** Their writer encrypts 1 MiB. */
  private static final long MOST_ENCRYPTED = 64L << 20;

  @Override
  public String type() {
    return "application/vnd.qnap.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() > TRAILER && content.has(content.size() - TRAILER, MAGIC);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    long end = content.size() - TRAILER;
    Block trailer = content.block(end, TRAILER);
    long announced = trailer.u32le(MAGIC.length());
    long encrypted = Math.min(announced, end);
    if (encrypted > MOST_ENCRYPTED) {
      throw new Malformed(
          "limit.qnap", end + MAGIC.length(), "at most " + MOST_ENCRYPTED + " bytes are decrypted");
    }
    String key =
        key(content, trailer.cString(MODEL_AT, MODEL))
            .orElseThrow(
                () ->
                    new Malformed(
                        "qnap.encrypted", 0, "encrypted under a key that is not published"));
    Decoding decoding = new Decoding("qnap", memory, content.size(), end);
    Pc1 cipher = new Pc1(key);
    Sums.each(
        content.slice(0, encrypted),
        (array, from, length) -> {
          byte[] plain = new byte[length];
          for (int i = 0; i < length; i++) {
            plain[i] = cipher.decrypt(array[from + i]);
          }
          decoding.write(plain, 0, length);
        });
    Sums.each(content.slice(encrypted, end - encrypted), decoding::write);
    if (announced > end) {
      decoding.problem("truncated", end, announced + " bytes announced, " + end + " are there");
    }
    return decoding.finish(content.size());
  }

  private static Optional<String> key(Bytes content, String model) {
    byte[] start = content.head(GZIP.length).bytes(0, GZIP.length);
    return Stream.of(KEY, model).filter(key -> key.length() > 1 && opens(key, start)).findFirst();
  }

  private static boolean opens(String key, byte[] start) {
    Pc1 cipher = new Pc1(key);
    for (int i = 0; i < GZIP.length; i++) {
      if (cipher.decrypt(start[i]) != GZIP[i]) {
        return false;
      }
    }
    return true;
  }
}
