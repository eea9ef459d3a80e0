package dev.assay.formats.ubootenv;

import dev.assay.formats.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

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

  /** What most environments have one of. */
  static List<byte[]> marks() {
    return MARKS.stream().map(byte[]::clone).toList();
  }

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
      int start = Run.before(block, at).map(Run::start).orElse(at);
      Variables variables = at(block, start);
      // Code that prints "bootcmd=" has no further assignments beside it.
      if (variables.values.size() >= 2) {
        found.add(variables);
      }
      at = Math.max(at + 1, variables.end(block));
    }
    return List.copyOf(found);
  }

  /** Where the first {@code bootcmd} or {@code bootdelay} stands, in bytes; empty without one. */
  public OptionalLong mark() {
    return MARKS.stream()
        .map(mark -> new String(mark, 0, mark.length - 1, StandardCharsets.US_ASCII))
        .flatMap(name -> Stream.ofNullable(places.get(name)))
        .mapToLong(place -> place)
        .min();
  }

  /** As they are in content in which these bytes start at {@code base}. */
  public Variables from(long base) {
    Map<String, Long> moved = new LinkedHashMap<>();
    places.forEach((name, place) -> moved.put(name, base + place));
    return new Variables(base + offset, values, moved);
  }

  static boolean isMark(Block block, int at) {
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
