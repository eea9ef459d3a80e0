package dev.assay.compare.normal;

import dev.assay.compare.Aspect;
import dev.assay.compare.Equivalence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Absolute paths of equal length that differ in their folders and not in the file's name: where a
 * source file was when it was compiled. Blanks them on both sides.
 */
public final class BuildPaths {
  private static final int LONGEST = 4096;
  private static final int MAX_PATHS = 10_000;

  private BuildPaths() {}

  /**
   * @return the paths that were blanked; the arrays are otherwise as they were
   */
  public static List<Aspect> blank(byte[] left, byte[] right) {
    List<Aspect> found = new ArrayList<>();
    if (left.length != right.length) {
      return found;
    }
    int at = Arrays.mismatch(left, right);
    while (at >= 0 && found.size() < MAX_PATHS) {
      int start = start(left, right, at);
      int end = end(left, right, at);
      String before = new String(left, start, end - start, StandardCharsets.ISO_8859_1);
      String after = new String(right, start, end - start, StandardCharsets.ISO_8859_1);
      if (!sameFile(before, after)) {
        return found;
      }
      Arrays.fill(left, start, end, (byte) 0);
      Arrays.fill(right, start, end, (byte) 0);
      found.add(Aspect.same(Equivalence.BUILD_PATH, "path in content", before, after));
      int next = Arrays.mismatch(left, end, left.length, right, end, right.length);
      at = next < 0 ? -1 : end + next;
    }
    return found;
  }

  private static boolean sameFile(String before, String after) {
    int slash = before.lastIndexOf('/');
    return slash > 0
        && before.startsWith("/")
        && after.startsWith("/")
        && after.lastIndexOf('/') == slash
        && before.substring(slash).equals(after.substring(slash))
        && before.length() > slash + 1;
  }

  private static int start(byte[] left, byte[] right, int at) {
    int start = at;
    while (start > 0
        && at - start < LONGEST
        && printable(left[start - 1])
        && left[start - 1] == right[start - 1]) {
      start--;
    }
    return start;
  }

  private static int end(byte[] left, byte[] right, int at) {
    int end = at;
    while (end < left.length
        && end - at < LONGEST
        && printable(left[end])
        && printable(right[end])) {
      end++;
    }
    return end;
  }

  private static boolean printable(byte b) {
    return b > 0x20 && b < 0x7F;
  }
}
