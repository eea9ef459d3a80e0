package dev.assay.formats.publishedkey;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the WRGG header of D-Link's models of Alpha Networks, and decrypts what is behind it. */
public final class Wrgg implements Encoding {
  private static final int HEADER = 160;
  private static final int SIGNATURE = 32;
  private static final byte[] MAGICS = {0x21, 3, 8, 0x20, 0x21, 3, 8, 0x20};
  private static final int SIZE_AT = 104;
  private static final int OFFSET_AT = 108;
  private static final int DIGEST_AT = 144;
  private static final int DIGEST = 16;
  private static final String KEY = "oVhq0hvXHdfaGFLdubM4/QvuVHdKee7v";
  private static final String VECTOR = "0BO5nlYankuVBe4s";

  /** What an image begins with: LZMA, a device tree, U-Boot's header, SEAMA, SquashFS. */
  private static final Set<Integer> STARTS =
      Set.of(0x5D000080, 0x5D000002, 0xD00DFEED, 0x27051956, 0x5EA3A417, 0x68737173, 0x73717368);

  /**
   * @param size of the image in bytes
   */
  private record Header(Block fields, long size) {
    static Header of(Bytes content) {
      Block fields = content.block(0, HEADER);
      // Both byte orders are in use and nothing tells which; no image has a size that makes sense
      // in both.
      Header header = new Header(fields, Math.min(fields.u32le(SIZE_AT), fields.u32be(SIZE_AT)));
      if (header.size == 0 || header.signature().isEmpty()) {
        throw new Malformed("wrgg.header", 0, "no signature or no size");
      }
      return header;
    }

    String signature() {
      return fields.cString(0, SIGNATURE);
    }
  }

  @Override
  public String type() {
    return "application/vnd.dlink.wrgg";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(SIGNATURE, MAGICS)
        && content.size() > HEADER
        && Header.of(content).size() > 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Header header = Header.of(content);
    long there = Math.min(header.size(), content.size() - HEADER);
    Bytes stored = content.slice(HEADER, there);
    List<Problem> problems = new ArrayList<>();
    if (there < header.size()) {
      String message = header.size() + " bytes announced, " + there + " are there";
      problems.add(new Problem("wrgg.truncated", content.size(), message));
    } else {
      byte[] digest = header.fields().bytes(DIGEST_AT, DIGEST);
      problems.addAll(Sums.check("wrgg.digest", DIGEST_AT, digest, digest(content, stored)));
    }
    AlphaModel model = new AlphaModel(header.signature(), KEY, VECTOR);
    if (!isEncrypted(stored, model)) {
      return new Decoded(stored, HEADER + there, "", problems);
    }
    Decoded decoded = AlphaImage.decode(stored, model, "wrgg", memory);
    problems.addAll(decoded.problems());
    return new Decoded(decoded.bytes(), HEADER + there, "", problems);
  }

  private static byte[] digest(Bytes content, Bytes stored) {
    return Sums.digest("MD5", content.slice(OFFSET_AT, DIGEST_AT - OFFSET_AT), stored);
  }

  private static boolean isEncrypted(Bytes stored, AlphaModel model) {
    if (stored.size() < AesCbc.BLOCK || STARTS.contains(stored.block(0, 4).i32be(0))) {
      return false;
    }
    return STARTS.contains(ByteBuffer.wrap(model.cipher().start(stored, 1)).getInt());
  }
}
