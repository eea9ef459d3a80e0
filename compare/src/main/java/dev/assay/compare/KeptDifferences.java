package dev.assay.compare;

import dev.assay.compare.normal.Kept;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is kept of both sides and differs. */
final class KeptDifferences {
  private static final int MOST = 40;
  private static final int SHOWN = 60;
  private static final int CONTEXT = 8;

  private KeptDifferences() {}

  /** By name; at most {@value #MOST}, and how many more. */
  static List<Aspect> between(List<Kept> left, List<Kept> right) {
    Map<String, List<byte[]>> before = byName(left);
    Map<String, List<byte[]>> after = byName(right);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Aspect> found = new ArrayList<>();
    int more = 0;
    for (String name : names) {
      byte[] one = whole(before.getOrDefault(name, List.of()));
      byte[] other = whole(after.getOrDefault(name, List.of()));
      int at = Arrays.mismatch(one, other);
      if (at >= 0 && found.size() < MOST) {
        found.add(Aspect.change(name, shown(one, at), shown(other, at)));
      } else if (at >= 0) {
        more++;
      }
    }
    if (more > 0) {
      found.add(Aspect.change("others", "", more + " more not shown"));
    }
    return found;
  }

  private static Map<String, List<byte[]>> byName(List<Kept> kept) {
    Map<String, List<byte[]>> byName = new TreeMap<>();
    kept.forEach(
        each -> byName.computeIfAbsent(each.what(), name -> new ArrayList<>()).add(each.bytes()));
    return byName;
  }

  /** The one value, or all of them, each behind its length. */
  private static byte[] whole(List<byte[]> values) {
    if (values.size() == 1) {
      return values.getFirst();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] value : values) {
      all.writeBytes((value.length + ":").getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(value);
    }
    return all.toByteArray();
  }

  /** A few bytes around the first that differs; what is no printable ASCII is a dot. */
  private static String shown(byte[] bytes, int at) {
    if (bytes.length == 0) {
      return "";
    }
    int from = Math.max(0, Math.min(at, bytes.length) - CONTEXT);
    int to = Math.min(bytes.length, from + SHOWN);
    StringBuilder text = new StringBuilder(from > 0 ? "…" : "");
    for (int i = from; i < to; i++) {
      text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
    }
    return text + (to < bytes.length ? "…" : "") + " (" + bytes.length + " bytes)";
  }
}
