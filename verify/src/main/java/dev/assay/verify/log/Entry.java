package dev.assay.verify.log;

import dev.assay.verify.bundle.Sha256;
import java.nio.ByteBuffer;

/** What a log holds. */
public final class Entry {
  /** Bytes. */
  public static final int MAX = 0xFFFF;

  private Entry() {}

  /** Its leaf: SHA-256(00 ‖ entry). */
  public static byte[] leaf(byte[] entry) {
    return new Sha256().of(ByteBuffer.allocate(entry.length + 1).put((byte) 0).put(entry).array());
  }
}
