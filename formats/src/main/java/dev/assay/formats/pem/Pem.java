package dev.assay.formats.pem;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The blocks of a content, in its order.
 *
 * @param problems blocks that begin and cannot be read
 */
public record Pem(List<PemBlock> blocks, List<Problem> problems) {
  /** What every block begins with. */
  public static final String BEGIN = "-----BEGIN ";

  private static final int MAX_LABEL = 64;
  private static final int LOOK_AHEAD = 512;

  private static final Pattern LABEL = Pattern.compile("[A-Z0-9]+(?: [A-Z0-9]+)*");

  /** Headers up to an empty line, then a first line of nothing but base64. */
  private static final Pattern BODY =
      Pattern.compile(
          "[ \\t]*+\\R(?:[A-Za-z-]++: [^\\r\\n]*+\\R)*+\\s*+[A-Za-z0-9+/]{4,}+={0,2}+[ \\t]*+(?:\\R|$|-)");

  private static final int MAX_BLOCK = 1 << 18;
  private static final int MAX_BLOCKS = 4096;
  private static final int MAX_HEADERS = 16;
  private static final int CHUNK = 1 << 20;

  /**
   * Reads all blocks, at most {@value #MAX_BLOCKS}; where there are more, a problem {@code
   * limit.pem-blocks} says so.
   */
  public static Pem read(Bytes content) {
    Pem pem = new Pem(new ArrayList<>(), new ArrayList<>());
    long at = find(content, 0);
    while (at >= 0) {
      if (pem.blocks.size() + pem.problems.size() >= MAX_BLOCKS) {
        pem.problems.add(
            new Problem(
                "limit.pem-blocks",
                at,
                "more than " + MAX_BLOCKS + " blocks; the rest is not read"));
        break;
      }
      at = find(content, pem.block(content, at));
    }
    return new Pem(List.copyOf(pem.blocks), List.copyOf(pem.problems));
  }

  /** Offset of the next beginning of a block, or −1. */
  static long find(Bytes content, long from) {
    for (long at = from; at < content.size(); at += CHUNK) {
      Block block = content.blockUpTo(at, CHUNK + BEGIN.length() - 1);
      int found = BeginSearch.in(block.array(), block.arrayOffset(), block.size());
      if (found >= 0) {
        return at + found;
      }
    }
    return -1;
  }

  /** Reads the block at {@code at}; returns where to search on. */
  private long block(Bytes content, long at) {
    Block head = content.blockUpTo(at, BEGIN.length() + MAX_LABEL + 7);
    String line = head.latin1(0, head.size());
    int dashes = line.indexOf("-----", BEGIN.length());
    long next = at + BEGIN.length();
    if (dashes < 0 || !LABEL.matcher(line.substring(BEGIN.length(), dashes)).matches()) {
      return next;
    }
    String label = line.substring(BEGIN.length(), dashes);
    long bodyAt = at + dashes + 5;
    if (!startsBody(content.blockUpTo(bodyAt, LOOK_AHEAD))) {
      // The frame alone, as a program that writes blocks holds it, or a placeholder.
      return next;
    }
    Block rest = content.blockUpTo(bodyAt, MAX_BLOCK);
    String end = "-----END " + label + "-----";
    int stop = indexOf(rest, end.getBytes(StandardCharsets.ISO_8859_1));
    if (stop < 0) {
      problems.add(
          new Problem(
              "pem.end-missing",
              at,
              "expected `" + end + "` within " + MAX_BLOCK + " bytes; found none"));
      return next;
    }
    decode(label, at, rest.latin1(0, stop));
    return bodyAt + stop + end.length();
  }

  private static boolean startsBody(Block body) {
    return BODY.matcher(body.latin1(0, body.size())).lookingAt();
  }

  private void decode(String label, long offset, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    StringBuilder base64 = new StringBuilder(text.length());
    for (String raw : text.split("\\r\\n|\\n|\\r", -1)) {
      String line = raw.strip();
      int colon = line.indexOf(": ");
      if (colon > 0 && headers.size() < MAX_HEADERS) {
        headers.put(line.substring(0, colon), line.substring(colon + 2));
      } else if (!line.startsWith("=") || line.length() != 5) {
        base64.append(line);
      }
    }
    try {
      blocks.add(
          new PemBlock(
              label, offset, Map.copyOf(headers), Base64.getDecoder().decode(base64.toString())));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              "pem.base64", offset, "expected base64 in `" + label + "`; " + e.getMessage()));
    }
  }

  private static int indexOf(Block block, byte[] wanted) {
    byte[] array = block.array();
    int last = block.arrayOffset() + block.size() - wanted.length;
    for (int i = block.arrayOffset(); i <= last; i++) {
      if (array[i] == wanted[0]
          && Arrays.equals(array, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i - block.arrayOffset();
      }
    }
    return -1;
  }
}
