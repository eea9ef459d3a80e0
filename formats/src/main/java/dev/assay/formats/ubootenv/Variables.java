package dev.assay.formats.ubootenv;

import dev.assay.formats.Block;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run of NUL-ended {@code name=value}, ended by an empty one or by what is no assignment.
 *
 * @param offset where the run starts, in bytes
 * @param values by name, in order; of a name given twice the last
 * @param places offsets in bytes, by name
 */
public record Variables(long offset, Map<String, String> values, Map<String, Long> places) {
  private static final int MAX_VARIABLES = 4096;
  private static final int MAX_NAME = 128;

  /** Backwards from a default environment to its start: no environment is larger. */
  private static final int MAX_RUN = 128 << 10;

  /** Reads the run that starts at {@code start}. */
  static Variables at(Block block, int start) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Long> places = new LinkedHashMap<>();
    int at = start;
    for (int i = 0; i < MAX_VARIABLES && at < block.size(); i++) {
      int end = endOf(block, at);
      int name = nameLength(block, at, end);
      if (name == 0) {
        break;
      }
      String key = block.latin1(at, name);
      values.put(key, block.utf8(at + name + 1, end - at - name - 1));
      places.put(key, (long) at);
      at = end + 1;
    }
    return new Variables(start, values, places);
  }

  /** Finds the environment a boot loader's program holds, by its {@code bootcmd} or delay. */
  public static Optional<Variables> in(Block block) {
    for (String mark : new String[] {"bootcmd=", "bootdelay="}) {
      byte[] wanted = mark.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      for (int at = 0; at + wanted.length <= block.size(); at++) {
        if (block.u8(at) == 'b'
            && (at == 0 || !isNameByte(block.u8(at - 1)))
            && block.slice(at, wanted.length).equalTo(wanted)) {
          Variables found = at(block, startOf(block, at));
          // Code that prints "bootcmd=" has no further assignments beside it.
          if (found.values.size() >= 2) {
            return Optional.of(found);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int startOf(Block block, int from) {
    int start = from;
    int least = Math.max(0, from - MAX_RUN);
    while (start > least && block.u8(start - 1) == 0) {
      int previous = start - 1;
      while (previous > least && block.u8(previous - 1) != 0) {
        previous--;
      }
      if (nameLength(block, previous, start - 1) == 0) {
        break;
      }
      start = previous;
    }
    return start;
  }

  private static int endOf(Block block, int from) {
    int end = from;
    while (end < block.size() && block.u8(end) != 0) {
      end++;
    }
    return end;
  }

  /** Length of the name in an assignment; 0 where it is none. */
  static int nameLength(Block block, int from, int end) {
    int length = 0;
    while (from + length < end && length <= MAX_NAME && isNameByte(block.u8(from + length))) {
      length++;
    }
    boolean assigned = from + length < end && block.u8(from + length) == '=';
    return assigned && length <= MAX_NAME ? length : 0;
  }

  private static boolean isNameByte(int value) {
    return value > ' ' && value < 0x7F && value != '=' && value != '"' && value != '\\';
  }
}
