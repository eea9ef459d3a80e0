package dev.assay.formats.gzip;

import dev.assay.formats.Bytes;
import dev.assay.formats.stream.Deflate;
import dev.assay.formats.stream.Search;
import java.util.ArrayList;
import java.util.List;

/** Where the members of a gzip file begin. */
public final class GzipMembers {
  private static final int TRAILER = 8;
  private static final byte[] MAGIC = {0x1F, (byte) 0x8B, 8};

  /** Decoded bytes up to which a stream is followed to its end. */
  private static final long MOST = 16L << 30;

  private GzipMembers() {}

  /**
   * The headers of all members, in order.
   *
   * @throws dev.assay.formats.Malformed where a member is damaged
   */
  public static List<Bytes> headers(Bytes content) {
    List<Bytes> headers = new ArrayList<>();
    long at = 0;
    do {
      int size = GzipHeader.read(content, at).size();
      headers.add(content.slice(at, size));
      // Most files have one member, which need not be followed to its end.
      if (Search.next(content, MAGIC, at + size) < 0) {
        return headers;
      }
      at = Deflate.end(content, at + size, MOST) + TRAILER;
    } while (GzipHeader.isAt(content, at));
    return headers;
  }
}
