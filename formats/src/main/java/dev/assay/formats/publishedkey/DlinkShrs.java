package dev.assay.formats.publishedkey;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.stream.Decoding;
import java.util.Arrays;
import java.util.HexFormat;

/** Decrypts D-Link's "SHRS" images. */
public final class DlinkShrs implements Encoding {
  private static final String MAGIC = "SHRS";
  private static final int HEADER = 1756;
  private static final int DIGEST = 64;
  private static final int IMAGE_DIGEST_AT = 92;
  private static final int STORED_DIGEST_AT = 156;

  /** Bytes that writers append and nobody reads. */
  private static final int TRAILER = 16;

  private static final byte[] KEY = HexFormat.of().parseHex("c05fbf1936c99429ce2a0781f08d6ad8");

  /**
   * @param size of the image, in bytes
   * @param stored bytes, with padding
   */
  private record Header(Block fields, long size, long stored) {
    static Header of(Bytes content) {
      Block fields = content.block(0, HEADER);
      Header header = new Header(fields, fields.u32be(4), fields.u32be(8));
      long padding = header.stored - header.size;
      if (header.size == 0 || padding < 0 || padding > AesCbc.BLOCK) {
        throw new Malformed("shrs.header", 4, "stores " + header.stored + " of " + header.size);
      }
      return header;
    }

    byte[] digest(int at) {
      return fields.bytes(at, DIGEST);
    }
  }

  @Override
  public String type() {
    return "application/vnd.dlink.shrs";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC)
        && content.size() > HEADER
        && Header.of(content).stored() % AesCbc.BLOCK == 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Header header = Header.of(content);
    long there = Math.min(header.stored(), content.size() - HEADER);
    long end = HEADER + there;
    Bytes stored = content.slice(HEADER, there);
    Decoding decoding = new Decoding("shrs", memory, there, header.size());
    new AesCbc(KEY, header.fields().bytes(12, AesCbc.BLOCK)).decrypt(stored, decoding);
    byte[] storedDigest = Sums.digest("SHA-512", stored);
    boolean isWhole = Arrays.equals(header.digest(STORED_DIGEST_AT), storedDigest);
    if (there < header.stored()) {
      decoding.stop("truncated", end, header.stored() + " bytes announced, " + there + " there");
    } else if (!isWhole) {
      decoding.problem("digest", STORED_DIGEST_AT, "SHA-512 differs; contents read anyway");
    }
    Decoded decoded = decoding.finish(end);
    Bytes image = decoded.bytes().slice(0, Math.min(header.size(), decoded.bytes().size()));
    byte[] imageDigest = Sums.digest("SHA-512", image);
    if (isWhole && !Arrays.equals(header.digest(IMAGE_DIGEST_AT), imageDigest)) {
      throw new Malformed("shrs.encrypted", HEADER, "encrypted under a key that is not published");
    }
    long consumed = content.size() - end <= TRAILER ? content.size() : end;
    return new Decoded(image, consumed, "", decoded.problems());
  }
}
