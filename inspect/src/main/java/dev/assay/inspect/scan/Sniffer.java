package dev.assay.inspect.scan;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/** The media type of content that no format recognises. */
final class Sniffer {
  static final String UNKNOWN = "application/octet-stream";
  static final String EMPTY = "application/x-empty";

  private Sniffer() {}

  static String type(Bytes content) {
    if (content.size() == 0) {
      return EMPTY;
    }
    Block head = content.head(1024);
    if (head.size() >= 2 && head.u8(0) == '#' && head.u8(1) == '!') {
      return "text/x-script";
    }
    return looksLikeText(head) ? "text/plain" : UNKNOWN;
  }

  static boolean isOpaque(String type) {
    return type.equals(UNKNOWN);
  }

  private static boolean looksLikeText(Block head) {
    for (int i = 0; i < head.size(); i++) {
      int c = head.u8(i);
      if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B || c == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
