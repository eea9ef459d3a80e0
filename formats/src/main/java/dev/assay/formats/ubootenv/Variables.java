package dev.assay.formats.ubootenv;

import dev.assay.formats.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final int MAX_LENGTH = 64 << 10;
  private static final int MAX_FOUND = 16;
  private static final List<byte[]> MARKS =
      List.of(
          "bootcmd=".getBytes(StandardCharsets.US_ASCII),
          "bootdelay=".getBytes(StandardCharsets.US_ASCII));

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
      if (name == 0 || end - at > MAX_LENGTH) {
        break;
      }
      String key = block.latin1(at, name);
      values.put(key, block.utf8(at + name + 1, end - at - name - 1));
      places.put(key, (long) at);
      at = end + 1;
    }
    return new Variables(start, values, places);
  }

  /**
   * Finds the environments in a boot loader's program or in flash, by {@code bootcmd} or {@code
   * bootdelay}; at most {@value #MAX_FOUND}, in order of offset.
   */
  public static List<Variables> all(Block block) {
    List<Variables> found = new ArrayList<>();
    int at = 0;
    while (at < block.size() && found.size() < MAX_FOUND) {
      if (block.u8(at) != 'b' || !isMark(block, at)) {
        at++;
        continue;
      }
      int start = startOf(block, at);
      Variables variables = at(block, start);
      // Code that prints "bootcmd=" has no further assignments beside it.
      if (variables.values.size() >= 2) {
        found.add(variables);
      }
      at = Math.max(at + 1, variables.end(block));
    }
    return List.copyOf(found);
  }

  private static boolean isMark(Block block, int at) {
    if (at > 0 && isNameByte(block.u8(at - 1))) {
      return false;
    }
    for (byte[] mark : MARKS) {
      if (at + mark.length <= block.size() && block.slice(at, mark.length).equalTo(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Behind the last variable. */
  private int end(Block block) {
    long last = places.values().stream().mapToLong(place -> place).max().orElse(offset);
    return endOf(block, (int) last);
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
